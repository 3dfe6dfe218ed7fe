import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { site } from '#tests/helpers/browser.ts';
import { restAs } from '#tests/helpers/rest-as-role.ts';
import type { FindResult } from '#tests/helpers/rest-result-types.ts';

/** A proxy to the site that loses every response: it resets the connection when the response begins, after the commit. */
let lossyProxy: Server;
let lostResponses = 0;

beforeAll(async () => {
  lossyProxy = createServer((client) => {
    const server = connect(Number(new URL(site.url).port), 'localhost');
    client.pipe(server);
    server.once('data', () => {
      lostResponses += 1;
      client.resetAndDestroy();
      server.destroy();
    });
    for (const end of [client, server]) end.on('error', () => {});
  }).listen(0, '127.0.0.1');
  await once(lossyProxy, 'listening');
});

afterAll(() => lossyProxy.close());

const lossyProxyUrl = () => `http://127.0.0.1:${(lossyProxy.address() as AddressInfo).port}`;

const findReferences = async (name: string): Promise<string[]> => {
  const path = `/form-submissions?where[name][equals]=${encodeURIComponent(name)}&depth=0`;
  return (await restAs<FindResult<{ reference: string }>>('coordinator', 'GET', path)).docs.map(
    ({ reference }) => reference,
  );
};

const createName = () => `Cut ${randomInt(10_000, 1_000_000)}`;

it('replays the response to a front end that lost it, and stores one submission', async () => {
  const name = createName();
  const key = randomUUID();
  const post = (url: string) =>
    fetch(`${url}/api/requests`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify({
        callToAction: 'request-call',
        answers: { name, phone: '(212) 555-0177' },
      }),
    });
  const before = lostResponses;
  await expect(post(lossyProxyUrl())).rejects.toThrow('fetch failed');
  expect(lostResponses).toBe(before + 1);
  const references = await findReferences(name);
  expect(references).toHaveLength(1);
  const retry = await post(site.url);
  expect(retry.status).toBe(201);
  expect([((await retry.json()) as { reference: string }).reference]).toEqual(references);
  expect(await findReferences(name)).toEqual(references);
  console.log(
    'The response was lost after the commit, and the retry stored nothing: 1 submission.',
  );
});

it('redirects a form whose response was lost to its receipt, and stores one submission', async () => {
  const name = createName();
  const page = await (await fetch(`${site.url}/requests/request-call`)).text();
  const hidden = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const fields = new URLSearchParams(hidden.map(([, field = '', value = '']) => [field, value]));
  expect([...fields.keys()]).toContain('key');
  fields.set('name', name);
  fields.set('phone', '(212) 555-0177');
  const post = (url: string) =>
    fetch(`${url}/requests/request-call`, { method: 'POST', body: fields, redirect: 'manual' });
  await expect(post(lossyProxyUrl())).rejects.toThrow('fetch failed');
  const references = await findReferences(name);
  expect(references).toHaveLength(1);
  const retry = await post(site.url);
  expect(retry.status).toBe(303);
  const receipt = await fetch(new URL(retry.headers.get('location') ?? '', site.url));
  expect(await receipt.text()).toContain(references[0]);
  expect(await findReferences(name)).toEqual(references);
  console.log(
    'The response was lost after the commit, and the retry stored nothing: 1 submission.',
  );
});
