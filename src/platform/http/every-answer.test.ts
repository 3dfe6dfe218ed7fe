import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { everyAnswer, markEveryAnswer } from './every-answer.ts';

it('who came over an encrypted connection comes over one again; elsewhere nothing is said of it', () => {
  const said = 'Strict-Transport-Security';
  expect(everyAnswer('https://example.org')[said]).toBe('max-age=63072000');
  expect(everyAnswer('http://localhost:3000')).not.toHaveProperty(said);
});

it('what the build has made says nothing that is about documents', () => {
  const styles = everyAnswer('https://example.org', '/_next/static/chunks/site-0f.css');
  expect(Object.keys(styles)).toEqual(['X-Content-Type-Options', 'Strict-Transport-Security']);
  for (const page of ['/', '/assetsx/', '/api/media/file/a.webp?/assets/'])
    expect(everyAnswer('https://example.org', page)).toHaveProperty('Referrer-Policy');
});

it('every answer of this process is marked, and one for everybody does not vary by a framework', async () => {
  markEveryAnswer();
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
