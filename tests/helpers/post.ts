import { randomInt } from 'node:crypto';
import { connect } from 'node:net';
import { inject } from 'vitest';
import { sendRaw } from './raw-request.ts';

const { url } = inject('site');

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

/** What was answered, as far as tests look at it. */
export interface Posted {
  status: number;
  headers: Headers;
  body: string;
}

/** An address of its own, for who must not be counted with others; the site trusts what stands before it here. */
export const newAddress = (): string =>
  `2001:db8:${randomInt(1, 65_536).toString(16)}:${randomInt(1, 65_536).toString(16)}::1`;

async function post(path: string, type: string, body: string | Buffer, headers = {}) {
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': type, ...headers },
    body: new Uint8Array(Buffer.from(body)),
  });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}

/** Sends a form as a browser does. */
export const postForm = (
  slug: string,
  fields: Record<string, string> | string,
  headers: Record<string, string> = {},
): Promise<Posted> =>
  post(`/requests/${slug}`, FORM, new URLSearchParams(fields).toString(), headers);

/** Sends a request to the JSON door as a front end does; text goes as it is. */
export const postJson = (
  request: object | string,
  headers: Record<string, string> = {},
): Promise<Posted> =>
  post(
    '/api/requests',
    JSON_TYPE,
    typeof request === 'string' ? request : JSON.stringify(request),
    headers,
  );

/** Sends a request to the JSON door from another address of this machine; answers the status. */
export async function postFrom(localAddress: string, request: object): Promise<number | undefined> {
  const { port, host } = new URL(url);
  const answer = await sendRaw(`http://127.0.0.1:${port}`, {
    localAddress,
    method: 'POST',
    path: '/api/requests',
    headers: { Host: host, 'Content-Type': JSON_TYPE },
    body: Buffer.from(JSON.stringify(request)),
  });
  return answer?.status;
}

/** Sends a request to the JSON door, and is gone before any answer. */
export function postAndGo(request: object, headers: Record<string, string>): Promise<void> {
  const { hostname, port, host } = new URL(url);
  const body = JSON.stringify(request);
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
