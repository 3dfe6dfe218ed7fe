import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { varyByCodingAlone } from './vary.ts';

const FRAMEWORK = 'rsc, next-router-state-tree';

const ANSWERS: Record<string, (response: ServerResponse) => void> = {
  '/public': (response) => response.setHeader('Cache-Control', 'public, max-age=0, s-maxage=60'),
  '/private': (response) => response.setHeader('Cache-Control', 'private, no-store'),
  '/unsaid': () => undefined,
  '/public-coded': (response) => {
    response.setHeader('Cache-Control', 'public, s-maxage=60');
    response.appendHeader('Vary', 'Accept-Encoding');
  },
};

const server = createServer((request, response) => {
  varyByCodingAlone(response);
  response.setHeader('Vary', FRAMEWORK);
  ANSWERS[request.url ?? '']?.(response);
  response.end('Words.');
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

afterAll(() => server.close());

it.each([
  ['/public', null],
  ['/public-coded', 'Accept-Encoding'],
  ['/private', FRAMEWORK],
  ['/unsaid', FRAMEWORK],
])('%s varies by %s', async (path, vary) => {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`);
  expect(answer.headers.get('Vary')).toBe(vary);
  expect(await answer.text()).toBe('Words.');
});
