import type { AfterErrorHook } from 'payload';
import { conflictOf } from './conflict-error.ts';

/** Answers 409 to a write that conflicts with another one, by its base version or in MongoDB. */
export const answerConflicts: AfterErrorHook = ({ error }) => {
  const conflict = conflictOf(error);
  return conflict && { response: { errors: [conflict as never] }, status: 409 };
};
