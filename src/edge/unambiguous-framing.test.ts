import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { hasUnambiguousFraming } from './unambiguous-framing.ts';

const isUnambiguous = (headers: Record<string, string>, hosts: string[] = ['site']) =>
  hasUnambiguousFraming({
    headers,
    headersDistinct: { host: hosts },
  } as unknown as IncomingMessage);

it.each(['site', 'site:3000', '127.0.0.1:80', '[::1]:80', ''])('accepts “%s” as a host', (host) => {
  expect(isUnambiguous({ host })).toBe(true);
});

it.each(['a b', 'a@b', 'a/b', 'a?b', 'a,b', 'a\\b'])('rejects “%s” as a host', (host) => {
  expect(isUnambiguous({ host })).toBe(false);
});

it('accepts one host at most, and no transfer coding but chunked', () => {
  expect(isUnambiguous({ host: 'site' }, ['site', 'site'])).toBe(false);
  expect(isUnambiguous({ host: 'site', 'transfer-encoding': 'Chunked' })).toBe(true);
  expect(isUnambiguous({ host: 'site', 'transfer-encoding': 'gzip, chunked' })).toBe(false);
});
