import { handleEndpoints } from 'payload';
import config from '#payload-config';
import { env } from '#platform/environment/env.ts';
import { limitUploads } from '#platform/pictures/limit-uploads.ts';
import { guardRest } from '#platform/rest-guard/guard.ts';
import { sessionHeaders } from './session.ts';

export interface RestResponse<Body> {
  status: number;
  body: Body;
  headers: Headers;
}

interface RestOptions {
  /** Session token; without it the request is anonymous. */
  token?: string;
  /** Sent as JSON. */
  data?: unknown;
  /** Sent as multipart form data, for uploads. */
  form?: FormData;
  headers?: Record<string, string>;
}

/** The same chain as in the route under /api. */
const handler = limitUploads(
  guardRest((request) => handleEndpoints({ config, request, path: new URL(request.url).pathname })),
);

/**
 * Calls Payload's REST API through the handlers of the route under /api, without a server.
 * @param path below `/api`
 */
export async function rest<Body = unknown>(
  method: string,
  path: string,
  { token, data, form, headers }: RestOptions = {},
): Promise<RestResponse<Body>> {
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
  return { status: response.status, body: parseBody(text) as Body, headers: response.headers };
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
