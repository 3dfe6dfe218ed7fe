import { type CollectionBeforeOperationHook, ValidationError } from 'payload';
import { PASSWORD_LENGTH } from '#domain/password.ts';

const SETTING = ['create', 'update', 'resetPassword'];

/** Set by the seeder: the person at the terminal chose the password of the sample accounts. */
export const SAMPLE_PASSWORD = 'samplePassword';

/** A password that is set, wherever, is long enough; Payload would take one of three characters. */
export const longPassword: CollectionBeforeOperationHook = ({ operation, args, req }) => {
  if (!SETTING.includes(operation) || req.context[SAMPLE_PASSWORD]) return;
  const { password } = ((args as { data?: unknown }).data ?? {}) as { password?: unknown };
  if (password === undefined || password === null || password === '') return;
  if (typeof password === 'string' && password.length >= PASSWORD_LENGTH) return;
  throw new ValidationError(
    {
      collection: 'users',
      errors: [{ path: 'password', message: `Use at least ${PASSWORD_LENGTH} characters.` }],
    },
    req.t,
  );
};
