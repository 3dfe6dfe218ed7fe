import { createHash } from 'node:crypto';
import { jwtSign } from 'payload';
import { env } from '#platform/environment/env.ts';

/** Signs a token like Payload's. It belongs to no user, so it grants no access. */
export async function signToken({
  secret = env.PAYLOAD_SECRET ?? '',
  expiresInS = 600,
} = {}): Promise<string> {
  const key = createHash('sha256').update(secret).digest('hex').slice(0, 32);
  const { token } = await jwtSign({ fieldsToSign: {}, secret: key, tokenExpiration: expiresInS });
  return token;
}
