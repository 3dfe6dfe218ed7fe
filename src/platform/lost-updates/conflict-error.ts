import { APIError } from 'payload';
import { isWriteConflict } from '#platform/http/transient.ts';

/** Answer to a write that came too late, as the contract has it. */
export interface Conflict {
  message: string;
  /** Name of the person, or what acted; null if it is not known. */
  changedBy: string | null;
  /** ISO instant of the newest change; null if it is not known. */
  changedAt: string | null;
  /** Labels of the fields that changed; empty if they are not known. */
  fields: string[];
}

/** Somebody else changed the document after the version that a write is based on. */
export class EditConflict extends APIError {
  override readonly name = 'EditConflict';
  readonly conflict: Conflict;

  constructor(conflict: Conflict) {
    super(conflict.message, 409, null, true);
    this.conflict = conflict;
  }
}

const AT_THE_SAME_MOMENT: Conflict = {
  message:
    'Somebody saved this at the same moment. Nothing of yours was saved. Load it again, then save yours.',
  changedBy: null,
  changedAt: null,
  fields: [],
};

/** What to tell of an error, if it is that two writes met: by their base versions, or in the database. */
export function conflictIn(error: unknown): Conflict | undefined {
  if (error instanceof EditConflict) return error.conflict;
  return isWriteConflict(error) ? AT_THE_SAME_MOMENT : undefined;
}
