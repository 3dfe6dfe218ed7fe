import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { securityHeaders } from './headers.ts';
import { secureAnswers } from './secure-answers.ts';

it('asks browsers to stay with TLS where the site has it', () => {
  expect(securityHeaders('https://example.org')).toMatchObject({
    'Strict-Transport-Security': 'max-age=31536000',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
  });
});

it('and says nothing of it where it has none', () => {
  const headers = securityHeaders('http://localhost:3000');
  expect(headers).not.toHaveProperty('Strict-Transport-Security');
  expect(headers).not.toHaveProperty('Cross-Origin-Opener-Policy');
  expect(headers).toHaveProperty('X-Content-Type-Options', 'nosniff');
});

it('says so on each answer of a server, before anybody writes to it', async () => {
  secureAnswers();
  const server = createServer((_, res) => res.end('a file')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { headers } = await fetch(`http://127.0.0.1:${port}`);
  server.close();
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(headers.get('Referrer-Policy')).toBe('same-origin');
  expect(headers.get('Permissions-Policy')).toContain('camera=()');
});
