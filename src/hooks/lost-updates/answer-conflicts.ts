import type { AfterErrorHook } from 'payload';
import { isWriteConflict } from '#http/transient.ts';
import { type Conflict, EditConflict } from './conflict-error.ts';

const AT_THE_SAME_MOMENT: Conflict = {
  message:
    'Somebody saved this at the same moment. Nothing of yours was saved. Load it again, then save yours.',
  changedBy: null,
  changedAt: null,
  fields: [],
};

/** Answers 409 where two writes met, found by their base versions or by the database. */
export const answerConflicts: AfterErrorHook = ({ error }) => {
  const conflict =
    error instanceof EditConflict
      ? error.conflict
      : isWriteConflict(error)
        ? AT_THE_SAME_MOMENT
        : undefined;
  return conflict && { response: { errors: [conflict as never] }, status: 409 };
};
