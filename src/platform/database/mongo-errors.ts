const TRANSIENT_LABELS = [
  'TransientTransactionError',
  'UnknownTransactionCommitResult',
  'RetryableWriteError',
];

/** Code of LockTimeout: a new database is still building its indexes. */
const LOCK_TIMEOUT = 24;

/** True if the same transaction may succeed when it is run again. */
export function isTransientError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, errorLabels } = error as { code?: unknown; errorLabels?: Iterable<string> };
  return (
    code === LOCK_TIMEOUT ||
    [...(errorLabels ?? [])].some((label) => TRANSIENT_LABELS.includes(label))
  );
}

const DUPLICATE_KEY = 11_000;

/** True if a unique index rejected the write. */
export const isDuplicateKeyError = (error: unknown): boolean =>
  error instanceof Error && (error as { code?: unknown }).code === DUPLICATE_KEY;

/**
 * Codes of WriteConflict and NoSuchTransaction. A later statement of a transaction that a conflict aborted gets the
 * second.
 */
const WRITE_CONFLICT_CODES = [112, 251];

/** True if two transactions wrote to the same document at the same time. */
export const isWriteConflict = (error: unknown): boolean =>
  error instanceof Error &&
  WRITE_CONFLICT_CODES.includes(Number((error as { code?: unknown }).code));
