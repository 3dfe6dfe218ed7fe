import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { createPurger } from '#server/purge/purger.ts';

let purges: IncomingHttpHeaders[];
let status: number;
let url: string;
let server: Server;

beforeEach(async () => {
  purges = [];
  status = 200;
  server = createServer((req, res) => {
    if (status === 200) purges.push(req.headers);
    res.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return () => server.close();
});

const NEVER_MS = 3_600_000;

function startPurger(againMs = NEVER_MS) {
  const messages: string[] = [];
  const purger = createPurger(url, (message) => messages.push(message), againMs);
  onTestFinished(purger.stop);
  return { purger, messages };
}

const tags = (): [string | string[] | undefined, string | string[] | undefined][] =>
  purges.map((headers) => [headers['cache-tag'], headers['cache-tag-gone']]);

it('sends stale and gone tags', async () => {
  const { purger } = startPurger();
  purger.add({ stale: ['articles:1', 'articles'], gone: ['articles:1:self'] });
  await expect.poll(tags).toEqual([['articles:1,articles', 'articles:1:self']]);
});

it('retries with the tags that were added meanwhile, and reports the failure once', async () => {
  const { purger, messages } = startPurger();
  status = 403;
  purger.add({ stale: ['articles:1'], gone: [] });
  await expect
    .poll(() => messages)
    .toEqual([`${url} takes no purges; trying again. It answers 403.`]);
  purger.add({ stale: ['articles:2'], gone: ['articles:2:self'] });
  purger.add({ stale: ['articles:1'], gone: [] });
  status = 200;
  await expect
    .poll(tags, { timeout: 5_000 })
    .toEqual([['articles:1,articles:2', 'articles:2:self']]);
  await expect.poll(() => messages.at(-1)).toBe(`${url} takes purges again.`);
});

it('purges once more, for pages that were rendered during the change', async () => {
  const { purger } = startPurger(50);
  purger.add({ stale: ['pages'], gone: [] });
  await expect.poll(tags).toEqual([
    ['pages', undefined],
    ['pages', undefined],
  ]);
});

it('purges the whole cache if it is unknown what changed', async () => {
  const { purger } = startPurger();
  purger.add('all');
  await expect.poll(tags).toEqual([[undefined, '*']]);
});

it('makes the whole cache stale if there are too many tags for one request', async () => {
  const { purger } = startPurger();
  const many = Array.from({ length: 500 }, (_, n) => `articles:${n}`);
  purger.add({ stale: many, gone: ['articles:1:self'] });
  await expect.poll(tags).toEqual([['*', 'articles:1:self']]);
});
