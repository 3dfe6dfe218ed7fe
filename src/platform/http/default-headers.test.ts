import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { defaultHeaders, setDefaultHeaders } from './default-headers.ts';

it('sets Strict-Transport-Security for an HTTPS origin only', () => {
  const header = 'Strict-Transport-Security';
  expect(defaultHeaders('https://example.org')[header]).toBe('max-age=63072000');
  expect(defaultHeaders('http://localhost:3000')).not.toHaveProperty(header);
});

it('omits headers for documents on files of the build', () => {
  const styles = defaultHeaders('https://example.org', '/_next/static/chunks/site-0f.css');
  expect(Object.keys(styles)).toEqual(['X-Content-Type-Options', 'Strict-Transport-Security']);
  for (const page of ['/', '/assetsx/', '/api/media/file/a.webp?/assets/'])
    expect(defaultHeaders('https://example.org', page)).toHaveProperty('Referrer-Policy');
});

it('sets the headers on every response, and drops the framework’s Vary from public ones', async () => {
  setDefaultHeaders();
  const server = createServer((_, response) => {
    response.setHeaders(
      new Map([
        ['Vary', 'rsc'],
        ['Cache-Control', 'public, s-maxage=60'],
      ]),
    );
    response.end('Words.');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { headers } = await fetch(`http://127.0.0.1:${port}/`);
  server.close();
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(headers.get('Vary')).toBeNull();
});
