import { ValidationError } from 'payload';

/** The clock of the server that produced the timestamp may be ahead of ours by this much. */
const CLOCK_SKEW_MS = 60_000;

const INVALID_BASE_MESSAGE =
  'updatedAt is not the time of a version. Send it back as you read it, or leave it out.';

/**
 * Returns the version that a write is based on, from the `updatedAt` of its body; undefined if it has none.
 * @throws ValidationError (400) if it is not an ISO instant, or is in the future
 */
export function parseBaseVersion(updatedAt: unknown): Date | undefined {
  if (updatedAt === undefined || updatedAt === null || updatedAt === '') return undefined;
  const at = isIsoInstant(updatedAt) ? new Date(updatedAt) : undefined;
  if (!at || Number.isNaN(at.getTime()) || at.getTime() > Date.now() + CLOCK_SKEW_MS) {
    throw new ValidationError({ errors: [{ path: 'updatedAt', message: INVALID_BASE_MESSAGE }] });
  }
  return at;
}

const isIsoInstant = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(value);
