import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { createPurger } from '#server/purge/purger.ts';

let heard: IncomingHttpHeaders[];
let status: number;
let url: string;
let server: Server;

beforeEach(async () => {
  heard = [];
  status = 200;
  server = createServer((req, res) => {
    if (status === 200) heard.push(req.headers);
    res.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return () => server.close();
});

const NEVER_MS = 3_600_000;

function purgerOf(againMs = NEVER_MS) {
  const said: string[] = [];
  const purger = createPurger(url, (words) => said.push(words), againMs);
  onTestFinished(purger.stop);
  return { purger, said };
}

const tags = (): [string | string[] | undefined, string | string[] | undefined][] =>
  heard.map((headers) => [headers['cache-tag'], headers['cache-tag-gone']]);

it('tells what is stale and what is gone', async () => {
  const { purger } = purgerOf();
  purger.add({ stale: ['articles:1', 'articles'], gone: ['articles:1:self'] });
  await expect.poll(tags).toEqual([['articles:1,articles', 'articles:1:self']]);
});

it('tells it until it is taken, with what has changed meanwhile, and says so once', async () => {
  const { purger, said } = purgerOf();
  status = 403;
  purger.add({ stale: ['articles:1'], gone: [] });
  await expect.poll(() => said).toEqual([`${url} takes no purges; trying again. It answers 403.`]);
  purger.add({ stale: ['articles:2'], gone: ['articles:2:self'] });
  purger.add({ stale: ['articles:1'], gone: [] });
  status = 200;
  await expect
    .poll(tags, { timeout: 5_000 })
    .toEqual([['articles:1,articles:2', 'articles:2:self']]);
  await expect.poll(() => said.at(-1)).toBe(`${url} takes purges again.`);
});

it('tells it once more when pages that were being made have come in', async () => {
  const { purger } = purgerOf(50);
  purger.add({ stale: ['pages'], gone: [] });
  await expect.poll(tags).toEqual([
    ['pages', undefined],
    ['pages', undefined],
  ]);
});

it('takes away all that is kept where it cannot tell what changed', async () => {
  const { purger } = purgerOf();
  purger.add('all');
  await expect.poll(tags).toEqual([[undefined, '*']]);
});

it('calls all of it stale where so much changed that it fits into no request', async () => {
  const { purger } = purgerOf();
  const many = Array.from({ length: 500 }, (_, n) => `articles:${n}`);
  purger.add({ stale: many, gone: ['articles:1:self'] });
  await expect.poll(tags).toEqual([['*', 'articles:1:self']]);
});
