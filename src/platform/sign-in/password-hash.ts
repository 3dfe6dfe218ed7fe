import { pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** Constants of payload/dist/auth/strategies/local/generatePasswordSaltHash.js, which does not export them. */
const PREFIX = 'pbkdf2-sha256-v1:';
const ITERATIONS = 600_000;
const KEY_BYTES = 32;

const derive = promisify(pbkdf2);

/** Derives the same key from a password as Payload does. Takes about 0.2 s of CPU time. */
export const deriveKey = (password: string, salt: string): Promise<Buffer> =>
  derive(password, salt, ITERATIONS, KEY_BYTES, 'sha256');

/** True if the password is the one of the account. The comparison takes constant time. */
export async function isPasswordOf(
  { hash = '', salt = '' }: { hash?: string | null; salt?: string | null },
  password: string,
): Promise<boolean> {
  const stored = Buffer.from(hash?.startsWith(PREFIX) ? hash.slice(PREFIX.length) : '', 'hex');
  const derived = await deriveKey(password, salt ?? '');
  return stored.length === derived.length && timingSafeEqual(stored, derived);
}
