import {
  type CollectionBeforeOperationHook,
  type CollectionBeforeValidateHook,
  type PayloadRequest,
  ValidationError,
} from 'payload';
import { whyNotPassword } from '#domain/password.ts';
import type { User } from '#payload-types.ts';

/** Set by the seeder: the person at the terminal chose the password of the sample accounts. */
export const SAMPLE_PASSWORD = 'samplePassword';

/** Known to everybody who sees the form. */
const PRODUCT = 'Throughcare';

/** A password that somebody sets for an account, new or not, is long enough and no guess. @throws ValidationError */
export const strongPassword: CollectionBeforeValidateHook<User> = async ({
  data,
  originalDoc,
  req,
}) => {
  const { password } = (data ?? {}) as { password?: unknown };
  if (password === undefined || password === null || password === '') return data;
  if (!req.context[SAMPLE_PASSWORD]) await check(password, { ...originalDoc, ...data }, req);
  return data;
};

/** The same where a link of a mail sets it: Payload's hooks for documents do not see that password. */
export const strongNewPassword: CollectionBeforeOperationHook = async ({
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
  await check(password, account ?? {}, req);
};

async function check(password: unknown, { email, name }: Partial<User>, req: PayloadRequest) {
  const site = await req.payload.findGlobal({
    slug: 'site',
    select: { name: true },
    depth: 0,
    // System: what the site is called, everybody knows.
    overrideAccess: true,
    req,
  });
  const about = [PRODUCT, site.name, email, name].filter((word) => typeof word === 'string');
  const message = await whyNotPassword(typeof password === 'string' ? password : '', about);
  if (!message) return;
  throw new ValidationError(
    { collection: 'users', errors: [{ path: 'password', message }] },
    req.t,
  );
}
