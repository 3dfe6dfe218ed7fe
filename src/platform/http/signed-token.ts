import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '#platform/environment/env.ts';

/** The key with which Payload signs tokens; Payload derives it from its secret in the same way. */
const KEY = createHash('sha256')
  .update(env.PAYLOAD_SECRET ?? '')
  .digest('hex')
  .slice(0, 32);

/**
 * True if the `Cookie` header has a token with a valid signature that has not expired. It does not check whether the
 * session still exists, which needs the database: the guard calls it before it reads a body.
 * @param now in milliseconds
 */
export const hasSignedToken = (
  cookie: string | null | undefined,
  now: number = Date.now(),
): boolean =>
  Array.from(
    (cookie ?? '').matchAll(/(?:^|;)\s*payload-token=([^;]*)/g),
    ([, token]) => token?.trim() ?? '',
  ).some((token) => isValid(token, now));

function isValid(token: string, now: number): boolean {
  const [header = '', claims = '', signature = '', ...rest] = token.split('.');
  if (rest.length > 0 || signature === '') return false;
  const expected = createHmac('sha256', KEY).update(`${header}.${claims}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
  // The signature is valid, so Payload wrote the claims.
  const { exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { exp?: number };
  return (exp ?? 0) * 1000 > now;
}
