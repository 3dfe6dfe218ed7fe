import { beforeEach, expect, it } from 'vitest';
import { ask, edgeBefore, type TestEdge } from '#tests/helpers/edge.ts';
import { type Origin, openOrigin, passedOn, shared } from '#tests/helpers/origin.ts';
import { type Line, lines, openLine } from '#tests/helpers/raw-socket.ts';

const HOST = 'Host: throughcare.test';
const FORM = 'Content-Type: application/x-www-form-urlencoded';
const JSON_TYPE = 'Content-Type: application/json';
const PATIENCE = { windowMs: 300, leastBytes: 100, most: 20 };

const post = (...more: string[]) =>
  lines('POST /requests/call HTTP/1.1', HOST, 'X-Forwarded-For: 192.0.2.1', ...more, '');

let origin: Origin;
let edge: TestEdge;

beforeEach(async () => {
  origin = await openOrigin();
  origin.say('/page', shared('The page'));
  origin.say('/requests/call', ({ body }) => ({ body: `[${body.length}]` }));
  edge = await edgeBefore(origin, { patience: PATIENCE });
});

async function say(bytes: string): Promise<Line> {
  const line = await openLine(edge.url);
  line.say(bytes);
  return line;
}

/** Says so much every 50 ms, as long as somebody listens. */
function drip(line: Line, piece: string): void {
  const dripping = setInterval(() => line.say(piece), 50);
  line.over.then(() => clearInterval(dripping));
}

it.each([
  ['a form', post(FORM, 'Content-Length: 5000')],
  ['JSON', post(JSON_TYPE, 'Content-Length: 5000')],
  ['chunks', post(JSON_TYPE, 'Transfer-Encoding: chunked')],
  [
    'an upload',
    lines(
      'POST /api/media HTTP/1.1',
      HOST,
      'Cookie: payload-token=a',
      'Content-Length: 9000000',
      '',
    ),
  ],
])('gives up on %s that comes in drops, says so, and hangs up', async (_, head) => {
  const line = await say(head);
  drip(line, head.includes('chunked') ? '1\r\na\r\n' : 'a');
  const heard = await line.over;
  expect(line.statuses()).toEqual([408]);
  expect(heard).toMatch(/^Connection: close\r$/im);
  expect(passedOn(origin)).toEqual([]);
});

it('says what to do to a person on a page, and to a program as problem details', async () => {
  const [page, program] = await Promise.all([
    say(post(FORM, 'Accept: text/html', 'Content-Length: 50')),
    say(post(JSON_TYPE, 'Accept: text/html', 'Content-Length: 50')),
  ]);
  page.say('message=Half%20of%20it');
  const html = await page.over;
  expect(html).toContain('We did not get all of your request');
  expect(html).toContain('href="tel:');
  // Half of a message is not offered to be sent as if it were all.
  expect(html).not.toContain('Half');
  const [, body = ''] = (await program.over).split('\r\n\r\n');
  expect(JSON.parse(body)).toMatchObject({ status: 408, code: 'too-slow' });
});

it('waits for who is slow, and goes on', async () => {
  const line = await say(post(FORM, 'Connection: close', 'Content-Length: 2000'));
  // Several times as long as it would wait for nothing.
  drip(line, 'x'.repeat(50));
  expect(await line.over).toContain('[2000]');
});

it('gives up on the rest of what began fast, and on what nobody reads', async () => {
  const upload = await say(
    lines('POST /api/media HTTP/1.1', HOST, 'Content-Length: 900000', '') + 'x'.repeat(100_000),
  );
  const got = await say(lines('GET /page HTTP/1.1', HOST, 'Content-Length: 100', ''));
  drip(got, 'a');
  await upload.over;
  expect(upload.statuses()).toEqual([408]);
  expect(await got.over).toMatch(/The page$/);
});

it('does not blame a visitor for an origin that takes its time', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  origin.say('/requests/call', { body: 'late', after: promise });
  const line = await say(`${post(FORM, 'Connection: close', 'Content-Length: 3')}a=b`);
  // Somebody who comes later is given up on meanwhile.
  const other = await say(post(FORM, 'Content-Length: 3'));
  await other.over;
  resolve();
  expect(await line.over).toContain('late');
});

it('gives up on the one that has been longest on its way where there are many from one place', async () => {
  const patient = await edgeBefore(origin, { patience: { ...PATIENCE, windowMs: 60_000 } });
  const held: Line[] = [];
  for (let n = 0; n < PATIENCE.most; n += 1) {
    const line = await openLine(patient.url);
    line.say(post(JSON_TYPE, 'Content-Length: 50'));
    held.push(line);
    await ask(patient, '/page');
  }
  expect(held.flatMap((line) => line.statuses())).toEqual([]);
  const body = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' };
  for (let n = 0; n < 3; n += 1) {
    expect((await ask(patient, '/requests/call', body)).body.toString()).toBe('[2]');
  }
  await held[0]?.over;
  // The others leave room for one more.
  expect(held.map((line) => line.statuses())).toEqual([[408], ...held.slice(1).map(() => [])]);
});

it('gives up on who takes nothing of an answer, and on who says nothing at all', async () => {
  const limits = { headersTimeout: 300, timeout: 300 };
  const strict = await edgeBefore(origin, { limits });
  origin.say('/page', shared('x'.repeat(15_000_000)));
  const [silent, stalled] = await Promise.all([openLine(strict.url), openLine(strict.url)]);
  stalled.stall();
  stalled.say(lines('GET /page HTTP/1.1', HOST, ''));
  await silent.over;
  await expect.poll(() => strict.connections()).toBe(0);
  stalled.listen();
  expect((await stalled.over).length).toBeLessThan(15_000_000);
});
