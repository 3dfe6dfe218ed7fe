import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';

/** True if the signature proves that Twilio, which shares the token, sent these fields to this URL. */
export function hasValidSignature(
  signature: string | string[] | undefined,
  { authToken, url, fields }: { authToken: string; url: string; fields: URLSearchParams },
): boolean {
  if (typeof signature !== 'string') return false;
  const params = Object.fromEntries([...fields.keys()].map((name) => [name, fields.getAll(name)]));
  return validateRequest(authToken, signature, url, params);
}
