import { randomInt } from 'node:crypto';
import { connect } from 'node:net';
import { inject } from 'vitest';
import { sendRawRequest } from './raw-request.ts';

const { url } = inject('site');

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

export interface PostResponse {
  status: number;
  headers: Headers;
  body: string;
}

/** Returns a random IPv6 address for `X-Forwarded-For`, which the test site trusts, so that posts are rate-limited apart. */
export const randomAddress = (): string =>
  `2001:db8:${randomInt(1, 65_536).toString(16)}:${randomInt(1, 65_536).toString(16)}::1`;

async function post(path: string, type: string, body: string | Buffer, headers = {}) {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': type, ...headers },
    body: new Uint8Array(Buffer.from(body)),
  });
  return { status: response.status, headers: response.headers, body: await response.text() };
}

/** Posts a form as a browser does. */
export const postForm = (
  slug: string,
  fields: Record<string, string> | string,
  headers: Record<string, string> = {},
): Promise<PostResponse> =>
  post(`/requests/${slug}`, FORM, new URLSearchParams(fields).toString(), headers);

/** Posts a submission to the JSON API. A string is sent as it is. */
export const postJson = (
  submission: object | string,
  headers: Record<string, string> = {},
): Promise<PostResponse> =>
  post(
    '/api/requests',
    JSON_TYPE,
    typeof submission === 'string' ? submission : JSON.stringify(submission),
    headers,
  );

/**
 * Posts a submission to the JSON API from another local address.
 * @returns the status; undefined without a response
 */
export async function postJsonFrom(
  localAddress: string,
  submission: object,
): Promise<number | undefined> {
  const { port, host } = new URL(url);
  const response = await sendRawRequest(`http://127.0.0.1:${port}`, {
    localAddress,
    method: 'POST',
    path: '/api/requests',
    headers: { Host: host, 'Content-Type': JSON_TYPE },
    body: Buffer.from(JSON.stringify(submission)),
  });
  return response?.status;
}

/** Posts a submission to the JSON API and disconnects before the response. */
export function postAndDisconnect(
  submission: object,
  headers: Record<string, string>,
): Promise<void> {
  const { hostname, port, host } = new URL(url);
  const body = JSON.stringify(submission);
  const lines = Object.entries({
    Host: host,
    'Content-Type': JSON_TYPE,
    'Content-Length': String(Buffer.byteLength(body)),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) });
    socket.once('error', reject);
    socket.once('close', () => resolve());
    socket.write(`POST /api/requests HTTP/1.1\r\n${lines.join('')}\r\n${body}`, () =>
      socket.destroy(),
    );
  });
}
