import { inject } from 'vitest';
import type { Role } from '#domain/roles.ts';
import { readSessionToken, sessionHeaders } from './session.ts';

const { url, password } = inject('site');

const tokens = new Map<Role, Promise<string>>();

/** Returns the session token of the demo account with this role; signs in at the first call. */
export const sessionToken = (role: Role): Promise<string> => {
  const token = tokens.get(role) ?? signIn(role);
  tokens.set(role, token);
  return token;
};

async function signIn(role: Role): Promise<string> {
  const response = await fetch(`${url}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: `${role}@example.org`, password }),
  });
  await response.body?.cancel();
  return readSessionToken(response);
}

/**
 * Calls the REST API of the running site as the demo account with this role.
 * @param path below `/api`
 * @throws Error if the status is not 2xx
 */
export async function restAs<Body = unknown>(
  role: Role,
  method: string,
  path: string,
  data?: unknown,
): Promise<Body> {
  const response = await fetch(`${url}/api${path}`, {
    method,
    headers: {
      ...sessionHeaders(await sessionToken(role)),
      ...(data ? { 'Content-Type': 'application/json' } : {}),
    },
    body: data ? JSON.stringify(data) : undefined,
  });
  const body = await response.json();
  if (!response.ok)
    throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(body)}`);
  return body;
}
