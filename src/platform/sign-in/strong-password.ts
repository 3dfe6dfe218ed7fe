import {
  type CollectionBeforeOperationHook,
  type CollectionBeforeValidateHook,
  type PayloadRequest,
  ValidationError,
} from 'payload';
import { findPasswordProblem } from '#domain/password.ts';
import type { User } from '#payload-types.ts';

/** Key in the request's context that disables the check: the operator chose the password of the demo accounts. */
export const SAMPLE_PASSWORD = 'samplePassword';

/** Easy to guess, because the sign-in form shows it. */
const PRODUCT = 'Throughcare';

/**
 * Rejects a password of a new or existing account that is too short or easy to guess.
 * @throws ValidationError at `password`
 */
export const requireStrongPassword: CollectionBeforeValidateHook<User> = async ({
  data,
  originalDoc,
  req,
}) => {
  const { password } = (data ?? {}) as { password?: unknown };
  if (password === undefined || password === null || password === '') return data;
  if (!req.context[SAMPLE_PASSWORD])
    await checkPassword(password, { ...originalDoc, ...data }, req);
  return data;
};

/**
 * Does the same for a password reset by mail, for which Payload runs no document hooks.
 * @throws ValidationError at `password`
 */
export const requireStrongResetPassword: CollectionBeforeOperationHook = async ({
  operation,
  args,
  req,
}) => {
  if (operation !== 'resetPassword') return;
  const { password, token } = (args as { data: Record<string, unknown> }).data;
  const account = await req.payload.db.findOne<User>({
    collection: 'users',
    where: { resetPasswordToken: { equals: String(token) } },
    req,
  });
  await checkPassword(password, account ?? {}, req);
};

async function checkPassword(
  password: unknown,
  { email, name }: Partial<User>,
  req: PayloadRequest,
) {
  const site = await req.payload.findGlobal({
    slug: 'site',
    select: { name: true },
    depth: 0,
    // System: the name of the site is public.
    overrideAccess: true,
    req,
  });
  const about = [PRODUCT, site.name, email, name].filter((word) => typeof word === 'string');
  const message = await findPasswordProblem(typeof password === 'string' ? password : '', about);
  if (!message) return;
  throw new ValidationError(
    { collection: 'users', errors: [{ path: 'password', message }] },
    req.t,
  );
}
