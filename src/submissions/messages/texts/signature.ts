import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';

/** Whether Twilio, who shares the token with us, has sent these fields to this address. */
export function isSigned(
  signature: string | string[] | undefined,
  { authToken, url, fields }: { authToken: string; url: string; fields: URLSearchParams },
): boolean {
  if (typeof signature !== 'string') return false;
  const all = Object.fromEntries([...fields.keys()].map((name) => [name, fields.getAll(name)]));
  return validateRequest(authToken, signature, url, all);
}
