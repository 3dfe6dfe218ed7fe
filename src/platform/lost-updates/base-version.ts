import { ValidationError } from 'payload';

/** The clock of the device or server that sends a moment back may run this far ahead of ours. */
const CLOCK_SKEW_MS = 60_000;

const NOT_A_MOMENT =
  'updatedAt is not the time of a version. Send it back as you read it, or leave it out.';

/**
 * The version that a write is based on, out of the `updatedAt` of its body; undefined if it names none.
 * @throws ValidationError (400) if it is no moment, or lies in the future
 */
export function parseBaseVersion(updatedAt: unknown): Date | undefined {
  if (updatedAt === undefined || updatedAt === null || updatedAt === '') return undefined;
  const at = isIsoInstant(updatedAt) ? new Date(updatedAt) : undefined;
  if (!at || Number.isNaN(at.getTime()) || at.getTime() > Date.now() + CLOCK_SKEW_MS) {
    throw new ValidationError({ errors: [{ path: 'updatedAt', message: NOT_A_MOMENT }] });
  }
  return at;
}

const isIsoInstant = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(value);
