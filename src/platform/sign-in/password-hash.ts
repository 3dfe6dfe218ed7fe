import { pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** As payload/dist/auth/strategies/local/generatePasswordSaltHash.js has them, and does not export. */
const PREFIX = 'pbkdf2-sha256-v1:';
const ITERATIONS = 600_000;
const KEY_BYTES = 32;

const derive = promisify(pbkdf2);

/** What Payload derives from a password, and about 0.2 s of work. */
export const deriveKey = (password: string, salt: string): Promise<Buffer> =>
  derive(password, salt, ITERATIONS, KEY_BYTES, 'sha256');

/** True for the password that an account was given. How long it takes does not tell how wrong another is. */
export async function isPasswordOf(
  { hash = '', salt = '' }: { hash?: string | null; salt?: string | null },
  password: string,
): Promise<boolean> {
  const stored = Buffer.from(hash?.startsWith(PREFIX) ? hash.slice(PREFIX.length) : '', 'hex');
  const derived = await deriveKey(password, salt ?? '');
  return stored.length === derived.length && timingSafeEqual(stored, derived);
}
