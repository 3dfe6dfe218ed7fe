import type { Role } from '#domain/roles.ts';
import type { RunningSite } from './running-site.ts';
import { sessionHeaders, sessionIn } from './session.ts';

/** Asks a site's REST API; who asks says what is expected. */
export type Api = <Body = unknown>(method: string, path: string, data?: unknown) => Promise<Body>;

/** Signs the colleague of this role in at a site of the test's own. */
export async function apiOf(
  { url, password }: Pick<RunningSite, 'url' | 'password'>,
  role: Role,
): Promise<Api> {
  const send = (method: string, path: string, data: unknown, headers = {}) =>
    fetch(`${url}/api${path}`, {
      method,
      headers: { ...(data ? { 'Content-Type': 'application/json' } : {}), ...headers },
      body: data ? JSON.stringify(data) : undefined,
    });
  const signedIn = await send('POST', '/users/login', { email: `${role}@example.org`, password });
  await signedIn.body?.cancel();
  const session = sessionHeaders(sessionIn(signedIn));
  return async <Body>(method: string, path: string, data?: unknown) => {
    const answer = await send(method, path, data, session);
    const body = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(body)}`);
    return body as Body;
  };
}
