import type { Role } from '#domain/roles.ts';
import type { RunningSite } from './running-site.ts';
import { readSessionToken, sessionHeaders } from './session.ts';

/** Calls a site's REST API; `path` is below `/api`. Throws if the status is not 2xx. */
export type ApiClient = <Body = unknown>(
  method: string,
  path: string,
  data?: unknown,
) => Promise<Body>;

/** Signs in at a site as the demo account with this role. */
export async function createApiClient(
  { url, password }: Pick<RunningSite, 'url' | 'password'>,
  role: Role,
): Promise<ApiClient> {
  const send = (method: string, path: string, data: unknown, headers = {}) =>
    fetch(`${url}/api${path}`, {
      method,
      headers: { ...(data ? { 'Content-Type': 'application/json' } : {}), ...headers },
      body: data ? JSON.stringify(data) : undefined,
    });
  const login = await send('POST', '/users/login', { email: `${role}@example.org`, password });
  await login.body?.cancel();
  const session = sessionHeaders(readSessionToken(login));
  return async <Body>(method: string, path: string, data?: unknown) => {
    const response = await send(method, path, data, session);
    const body = await response.json();
    if (!response.ok)
      throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(body)}`);
    return body as Body;
  };
}
