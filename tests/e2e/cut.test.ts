import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Found } from '#tests/helpers/answers.ts';
import { site } from '#tests/helpers/browser.ts';
import { as } from '#tests/helpers/colleague.ts';

/** A way to the site on which every answer is lost: it breaks off as the answer begins, after the commit. */
let losing: Server;
let lost = 0;

beforeAll(async () => {
  losing = createServer((client) => {
    const server = connect(Number(new URL(site.url).port), 'localhost');
    client.pipe(server);
    server.once('data', () => {
      lost += 1;
      client.resetAndDestroy();
      server.destroy();
    });
    for (const end of [client, server]) end.on('error', () => {});
  }).listen(0, '127.0.0.1');
  await once(losing, 'listening');
});

afterAll(() => losing.close());

const losingUrl = () => `http://127.0.0.1:${(losing.address() as AddressInfo).port}`;

const named = async (name: string): Promise<string[]> => {
  const path = `/form-submissions?where[name][equals]=${encodeURIComponent(name)}&depth=0`;
  return (await as<Found<{ reference: string }>>('coordinator', 'GET', path)).docs.map(
    ({ reference }) => reference,
  );
};

const newName = () => `Cut ${randomInt(10_000, 1_000_000)}`;

it('a front end that lost the answer gets it at the second try, and one request is there', async () => {
  const name = newName();
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
  const before = lost;
  await expect(post(losingUrl())).rejects.toThrow('fetch failed');
  expect(lost).toBe(before + 1);
  const first = await named(name);
  expect(first).toHaveLength(1);
  const again = await post(site.url);
  expect(again.status).toBe(201);
  expect([((await again.json()) as { reference: string }).reference]).toEqual(first);
  expect(await named(name)).toEqual(first);
  console.log('The answer was lost after the commit, and asked for again: 1 request.');
});

it('a form that lost the answer leads to its receipt at the second try, and one request is there', async () => {
  const name = newName();
  const page = await (await fetch(`${site.url}/requests/request-call`)).text();
  const hidden = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const fields = new URLSearchParams(hidden.map(([, field = '', value = '']) => [field, value]));
  expect([...fields.keys()]).toContain('key');
  fields.set('name', name);
  fields.set('phone', '(212) 555-0177');
  const post = (url: string) =>
    fetch(`${url}/requests/request-call`, { method: 'POST', body: fields, redirect: 'manual' });
  await expect(post(losingUrl())).rejects.toThrow('fetch failed');
  const first = await named(name);
  expect(first).toHaveLength(1);
  const again = await post(site.url);
  expect(again.status).toBe(303);
  const receipt = await fetch(new URL(again.headers.get('location') ?? '', site.url));
  expect(await receipt.text()).toContain(first[0]);
  expect(await named(name)).toEqual(first);
  console.log('The answer was lost after the commit, and asked for again: 1 request.');
});
