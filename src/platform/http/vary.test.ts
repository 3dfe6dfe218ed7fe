import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { varyByEncodingOnly } from './vary.ts';

const FRAMEWORK = 'rsc, next-router-state-tree';

const RESPONSES: Record<string, (response: ServerResponse) => void> = {
  '/public': (response) => response.setHeader('Cache-Control', 'public, max-age=0, s-maxage=60'),
  '/private': (response) => response.setHeader('Cache-Control', 'private, no-store'),
  '/without': () => undefined,
  '/public-coded': (response) => {
    response.setHeader('Cache-Control', 'public, s-maxage=60');
    response.appendHeader('Vary', 'Accept-Encoding');
  },
};

const server = createServer((request, response) => {
  varyByEncodingOnly(response);
  response.setHeader('Vary', FRAMEWORK);
  RESPONSES[request.url ?? '']?.(response);
  response.end('Words.');
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

afterAll(() => server.close());

it.each([
  ['/public', null],
  ['/public-coded', 'Accept-Encoding'],
  ['/private', FRAMEWORK],
  ['/without', FRAMEWORK],
])('%s varies by %s', async (path, vary) => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  expect(response.headers.get('Vary')).toBe(vary);
  expect(await response.text()).toBe('Words.');
});
