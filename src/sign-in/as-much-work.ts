import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import type { PayloadRequest } from 'payload';
import type { TypedAccount } from './typed-account.ts';

/** As payload/dist/auth/strategies/local/generatePasswordSaltHash.js has them, and does not export. */
const ITERATIONS = 600_000;
const KEY_BYTES = 32;
const SALT = '0'.repeat(64);

const derive = promisify(pbkdf2);

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
  await derive(password, SALT, ITERATIONS, KEY_BYTES, 'sha256');
}
