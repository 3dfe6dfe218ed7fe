const COOKIE_NAME = 'payload-token';

/**
 * Reads the session token from the `Set-Cookie` of a login response.
 * @throws Error if there is none
 */
export function readSessionToken({
  headers,
  status,
}: {
  headers: Headers;
  status: number;
}): string {
  const cookie = headers.getSetCookie().find((header) => header.startsWith(`${COOKIE_NAME}=`));
  const token = cookie?.slice(COOKIE_NAME.length + 1).split(';')[0];
  if (!token) throw new Error(`The login set no session cookie: ${status}`);
  return token;
}

/** Request headers with a session, as a page of the site sends them. */
export const sessionHeaders = (token: string): Record<string, string> => ({
  Cookie: `${COOKIE_NAME}=${token}`,
  'Sec-Fetch-Site': 'same-origin',
});
