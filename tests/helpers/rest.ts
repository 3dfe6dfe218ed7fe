import { handleEndpoints } from 'payload';
import config from '#payload-config';
import { env } from '#platform/environment/env.ts';
import { inTurns } from '#platform/pictures/upload-turns.ts';
import { guarded } from '#platform/rest-guard/guard.ts';
import { sessionHeaders } from './session.ts';

export interface Answer<Body> {
  status: number;
  body: Body;
  headers: Headers;
}

interface Options {
  /** Session of the person who asks; nobody without. */
  token?: string;
  /** Sent as JSON. */
  data?: unknown;
  /** Sent as a form with a file. */
  form?: FormData;
  headers?: Record<string, string>;
}

/** The guard stands before it there as well, and pictures are taken in turns. */
const handler = inTurns(
  guarded((request) => handleEndpoints({ config, request, path: new URL(request.url).pathname })),
);

/**
 * Asks Payload's REST API as the route under /api does, without a server around it. Who looks into
 * the body says what is expected there.
 */
export async function rest<Body = unknown>(
  method: string,
  path: string,
  { token, data, form, headers }: Options = {},
): Promise<Answer<Body>> {
  const url = new URL(`/api${path}`, env.SITE_URL);
  const request = new Request(url, {
    method,
    headers: {
      ...(data === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token ? sessionHeaders(token) : {}),
      ...headers,
    },
    body: form ?? (data === undefined ? undefined : JSON.stringify(data)),
  });
  const response = await handler(request, undefined);
  const text = await response.text();
  return { status: response.status, body: parsed(text) as Body, headers: response.headers };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
