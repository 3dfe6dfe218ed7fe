import type { PayloadRequest } from 'payload';
import type { Credentials } from './credentials.ts';
import { deriveKey } from './password-hash.ts';

const SALT = '0'.repeat(64);

/**
 * Derives a key if the account does not exist or has no password, as Payload does for one that has: the response time
 * must not reveal which addresses have accounts.
 */
export async function equalizeTiming(
  { email, password }: Credentials,
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
