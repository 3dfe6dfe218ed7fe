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
