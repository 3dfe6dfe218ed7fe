import type { Role } from '#domain/roles.ts';
import type { SignedIn } from './answers.ts';
import type { RunningSite } from './running-site.ts';

/** Asks a site's REST API; who asks says what is expected. */
export type Api = <Body = unknown>(method: string, path: string, data?: unknown) => Promise<Body>;

/** Signs the colleague of this role in at a site of the test's own. */
export async function apiOf(
  { url, password }: Pick<RunningSite, 'url' | 'password'>,
  role: Role,
): Promise<Api> {
  const ask = async <Body>(method: string, path: string, data: unknown, headers = {}) => {
    const answer = await fetch(`${url}/api${path}`, {
      method,
      headers: { ...(data ? { 'Content-Type': 'application/json' } : {}), ...headers },
      body: data ? JSON.stringify(data) : undefined,
    });
    const body = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(body)}`);
    return body as Body;
  };
  const as = { email: `${role}@example.org`, password };
  const { token } = await ask<SignedIn>('POST', '/users/login', as);
  return (method, path, data) => ask(method, path, data, { Authorization: `JWT ${token}` });
}
