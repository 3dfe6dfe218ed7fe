import { createHash } from 'node:crypto';
import { jwtSign } from 'payload';
import { env } from '#platform/environment/env.ts';

/** A token as Payload signs it; nobody's, so that it opens nothing. */
export async function signedToken({
  secret = env.PAYLOAD_SECRET ?? '',
  expiresInS = 600,
} = {}): Promise<string> {
  const key = createHash('sha256').update(secret).digest('hex').slice(0, 32);
  const { token } = await jwtSign({ fieldsToSign: {}, secret: key, tokenExpiration: expiresInS });
  return token;
}
