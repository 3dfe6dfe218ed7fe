import { APIError } from 'payload';
import { isWriteConflict } from '#platform/database/mongo-errors.ts';

/** Error in the response (409) to a write that conflicts with a newer version. */
export interface Conflict {
  message: string;
  /** Name of the person, or a name for a change without an account; null if unknown. */
  changedBy: string | null;
  /** ISO instant of the newest change; null if unknown. */
  changedAt: string | null;
  /** Labels of the changed fields; empty if unknown. */
  fields: string[];
}

/** The document was changed after the version that a write is based on. */
export class EditConflict extends APIError {
  override readonly name = 'EditConflict';
  readonly conflict: Conflict;

  constructor(conflict: Conflict) {
    super(conflict.message, 409, null, true);
    this.conflict = conflict;
  }
}

const SIMULTANEOUS_WRITE: Conflict = {
  message:
    'Somebody saved this at the same moment. Nothing of yours was saved. Load it again, then save yours.',
  changedBy: null,
  changedAt: null,
  fields: [],
};

/** Returns the conflict of an `EditConflict`, or of a write conflict in MongoDB; undefined for other errors. */
export function conflictOf(error: unknown): Conflict | undefined {
  if (error instanceof EditConflict) return error.conflict;
  return isWriteConflict(error) ? SIMULTANEOUS_WRITE : undefined;
}
