import { inject } from 'vitest';
import type { Role } from '#domain/roles.ts';
import { sessionHeaders, sessionIn } from './session.ts';

const { url, password } = inject('site');

const tokens = new Map<Role, Promise<string>>();

/** Signs the colleague of this role in, once. */
export const tokenOf = (role: Role): Promise<string> => {
  const token = tokens.get(role) ?? signIn(role);
  tokens.set(role, token);
  return token;
};

async function signIn(role: Role): Promise<string> {
  const answer = await fetch(`${url}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: `${role}@example.org`, password }),
  });
  await answer.body?.cancel();
  return sessionIn(answer);
}

/** Asks the REST API of the running site as a colleague of this role, who says what is expected. */
export async function as<Body = unknown>(
  role: Role,
  method: string,
  path: string,
  data?: unknown,
): Promise<Body> {
  const answer = await fetch(`${url}/api${path}`, {
    method,
    headers: {
      ...sessionHeaders(await tokenOf(role)),
      ...(data ? { 'Content-Type': 'application/json' } : {}),
    },
    body: data ? JSON.stringify(data) : undefined,
  });
  const body = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(body)}`);
  return body;
}
