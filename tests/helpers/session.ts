const NAME = 'payload-token';

/** The session that an answer sets, as its cookie has it. @throws Error if there is none */
export function sessionIn({ headers, status }: { headers: Headers; status: number }): string {
  const cookie = headers.getSetCookie().find((one) => one.startsWith(`${NAME}=`));
  const token = cookie?.slice(NAME.length + 1).split(';')[0];
  if (!token) throw new Error(`Nobody was signed in: ${status}`);
  return token;
}

/** How a page of the site sends a session along. */
export const sessionHeaders = (token: string): Record<string, string> => ({
  Cookie: `${NAME}=${token}`,
  'Sec-Fetch-Site': 'same-origin',
});
