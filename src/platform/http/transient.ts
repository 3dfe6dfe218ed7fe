const TRANSIENT = [
  'TransientTransactionError',
  'UnknownTransactionCommitResult',
  'RetryableWriteError',
];

/** LockTimeout: a fresh database is still building its indexes. */
const LOCK_TIMEOUT = 24;

/** True of an error after which the same transaction, begun anew, may well go through. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, errorLabels } = error as { code?: unknown; errorLabels?: Iterable<string> };
  return (
    code === LOCK_TIMEOUT || [...(errorLabels ?? [])].some((label) => TRANSIENT.includes(label))
  );
}

const DUPLICATE_KEY = 11_000;

/** True of the error of a write that a unique index does not let in. */
export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof Error && (error as { code?: unknown }).code === DUPLICATE_KEY;

/** WriteConflict, and NoSuchTransaction: what is left of one that a conflict has ended. */
const WRITE_CONFLICTS = [112, 251];

/** True of the error of a transaction that met another one at the same document. */
export const isWriteConflict = (error: unknown): boolean =>
  error instanceof Error && WRITE_CONFLICTS.includes(Number((error as { code?: unknown }).code));
