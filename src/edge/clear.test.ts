import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { isClear } from './clear.ts';

const clear = (headers: Record<string, string>, hosts: string[] = ['site']) =>
  isClear({ headers, headersDistinct: { host: hosts } } as unknown as IncomingMessage);

it.each(['site', 'site:3000', '127.0.0.1:80', '[::1]:80', ''])('“%s” is a host', (host) => {
  expect(clear({ host })).toBe(true);
});

it.each(['a b', 'a@b', 'a/b', 'a?b', 'a,b', 'a\\b'])('“%s” is none', (host) => {
  expect(clear({ host })).toBe(false);
});

it('wants one host, and no coding but pieces', () => {
  expect(clear({ host: 'site' }, ['site', 'site'])).toBe(false);
  expect(clear({ host: 'site', 'transfer-encoding': 'Chunked' })).toBe(true);
  expect(clear({ host: 'site', 'transfer-encoding': 'gzip, chunked' })).toBe(false);
});
