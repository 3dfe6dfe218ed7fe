import type { PayloadRequest } from 'payload';
import { deriveKey } from './password-hash.ts';
import type { TypedAccount } from './typed-account.ts';

const SALT = '0'.repeat(64);

/**
 * Does for an account that is not there, or has no password, what Payload does for one that is: how
 * long an answer takes does not tell who works here.
 */
export async function asMuchWork(
  { email, password }: TypedAccount,
  req: PayloadRequest,
): Promise<void> {
  const account = await req.payload.db.findOne<{ id: string; hash?: string; salt?: string }>({
    collection: 'users',
    where: { email: { equals: email } },
    req,
  });
  if (account?.hash && account.salt) return;
  await deriveKey(password, SALT);
}
