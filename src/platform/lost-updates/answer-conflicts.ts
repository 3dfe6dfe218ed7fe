import type { AfterErrorHook } from 'payload';
import { conflictIn } from './conflict-error.ts';

/** Answers 409 where two writes met, found by their base versions or by the database. */
export const answerConflicts: AfterErrorHook = ({ error }) => {
  const conflict = conflictIn(error);
  return conflict && { response: { errors: [conflict as never] }, status: 409 };
};
