import { guardRest } from '#platform/rest-guard/guard.ts';
import { signToken } from './sign-token.ts';

const SITE = 'http://throughcare.test/api';

interface RequestOptions {
  method?: string;
  body?: BodyInit;
  headers?: Record<string, string>;
}

export const JSON_TYPE = { 'Content-Type': 'application/json' };
/** Headers of a GET that is sent as a POST because its query is too long for a URL. */
export const OVERRIDE = {
  'Content-Type': 'application/x-www-form-urlencoded',
  'X-Payload-HTTP-Method-Override': 'GET',
};
/** Headers of a session. */
export const SIGNED_IN = { Cookie: `a=b; payload-token=${await signToken()}` };

/** Sends a request through the guard. Returns the response, and the body that reached the handler; undefined if none did. */
export async function send(path: string, { body, method, headers }: RequestOptions = {}) {
  let forwardedBody: string | undefined;
  const handler = guardRest(async (request: Request) => {
    forwardedBody = await request.text();
    return Response.json({});
  });
  const request = new Request(`${SITE}${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    body,
    headers,
    duplex: 'half',
  } as RequestInit);
  const response = await handler(request, undefined);
  return { status: response.status, body: await response.json(), forwardedBody };
}

/** Sends a body through the guard, as JSON by default. */
export const post = (
  body: BodyInit,
  headers: Record<string, string> = JSON_TYPE,
  path = '/articles',
) => send(path, { body, headers });
