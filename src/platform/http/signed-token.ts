import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '#platform/environment/env.ts';

/** The key that Payload derives from its secret, and signs tokens with. */
const KEY = createHash('sha256')
  .update(env.PAYLOAD_SECRET ?? '')
  .digest('hex')
  .slice(0, 32);

/**
 * True if the `Cookie` header of a request has a token that we signed and that has not expired. Whether its
 * session still exists is for Payload to say: that takes the database, and this is asked before a body is
 * read.
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
  // Signed, so it is what Payload wrote.
  const { exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { exp?: number };
  return (exp ?? 0) * 1000 > now;
}
