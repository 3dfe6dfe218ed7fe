import type { Payload } from 'payload';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import { rest } from '#tests/helpers/rest.ts';

const TYPED = 'Ann-Canary-2125550142';

let log: Payload['logger'];

/** The written log lines. */
let lines: string[];

beforeAll(async () => {
  log = (await payload()).logger;
  log.level = 'trace';
});

beforeEach(() => {
  lines = [];
  const streamSymbol = Object.getOwnPropertySymbols(log).find(
    (symbol) => symbol.description === 'pino.stream',
  );
  const { [streamSymbol as never]: stream } = log as unknown as Record<
    symbol,
    { write(line: string): void }
  >;
  vi.spyOn(stream as { write(line: string): void }, 'write').mockImplementation((line) => {
    lines.push(line);
  });
});

it.each([
  ['an error', () => log.error(new TypeError(TYPED))],
  [
    'an error with a message',
    () => log.error({ err: new TypeError(TYPED), msg: `About ${TYPED}` }),
  ],
  ['an error before a message', () => log.warn(new TypeError(TYPED), `About ${TYPED}`)],
  ['a message', () => log.info(`A mail to ${TYPED}`)],
  ['a message with a placeholder', () => log.debug('A mail to %s', TYPED)],
  ['an object', () => log.trace({ email: TYPED, nested: { name: TYPED } })],
])('logs no value of %s', (_, writeLog) => {
  writeLog();
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain(TYPED);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    at: expect.any(String),
    level: expect.any(String),
    by: expect.stringContaining('tests/int/logs.test.ts'),
  });
});

it('logs no text, not even a constant one: where it comes from is enough to find it', () => {
  log.info('A constant text of a package.');
  expect(Object.keys(JSON.parse(lines[0] ?? '')).sort()).toEqual(['at', 'by', 'level']);
});

it('logs a code of the list with its text', () => {
  log.warn({ code: 'mail-disabled' });
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'warn',
    code: 'mail-disabled',
    text: 'A mail could not be sent: no mail server is set up.',
  });
});

it('logs the name, code and stack frames of an error', () => {
  log.error({ err: Object.assign(new RangeError(TYPED), { code: 11000 }) });
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'error',
    err: { name: 'RangeError', code: 11000, frames: expect.arrayContaining([expect.any(String)]) },
  });
});

it.each([
  ['POST', '/users/login', { email: `${TYPED}@example.org`, password: TYPED }],
  ['POST', '/users/forgot-password', { email: `${TYPED}@example.org` }],
  ['POST', '/articles', { title: TYPED }],
  ['GET', `/articles/${TYPED}`, undefined],
  ['GET', `/articles?where[authors][equals]=${TYPED}`, undefined],
  ['GET', `/articles?where[${TYPED}][equals]=1`, undefined],
  ['GET', `/articles?where[title][like][x]=${TYPED}`, undefined],
])('logs nothing of the request to %s %s', async (method, path, data) => {
  await rest(method, path, { data });
  for (const line of lines) expect(line).not.toContain(TYPED);
});
