import type { AfterErrorHook } from 'payload';
import { INVALID_QUERY_MESSAGE } from '#platform/database/query-errors.ts';

/** Names of the errors that `JSON.parse` and Mongoose throw for an invalid query. */
const CLIENT_ERROR_NAMES = ['SyntaxError', 'CastError'];

/** MongoDB's codes: BadValue (such as sorting by two arrays), FailedToParse, and invalid regular expression. */
const CLIENT_ERROR_CODES: unknown[] = [2, 9, 51091];

/** Mongoose's error for values that a field cannot store, by field. */
interface MongooseValidationError extends Error {
  errors: Record<string, { message: string }>;
}

const isMongooseValidationError = (error: Error): error is MongooseValidationError =>
  error.name === 'ValidationError' && 'errors' in error && !('status' in error);

/** Answers 400 instead of Payload's 500 where the client sent an invalid query or a value that cannot be stored. */
export const answerClientErrors: AfterErrorHook = ({ error }) => {
  if (isMongooseValidationError(error))
    return { response: validationErrorBody(Object.keys(error.errors)), status: 400 };
  const isMongoServerError = error.name === 'MongoServerError' && 'code' in error;
  const isInvalidQuery = isMongoServerError
    ? CLIENT_ERROR_CODES.includes(error.code)
    : CLIENT_ERROR_NAMES.includes(error.name);
  return isInvalidQuery
    ? { response: { errors: [{ message: INVALID_QUERY_MESSAGE }] }, status: 400 }
    : undefined;
};

const validationErrorBody = (paths: string[]) => ({
  errors: [
    {
      name: 'ValidationError',
      message: `This cannot be stored: ${paths.join(', ')}`,
      data: { errors: paths.map((path) => ({ path, message: 'Choose or enter another value.' })) },
    } as never,
  ],
});
