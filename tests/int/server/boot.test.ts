import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFreePort } from '#platform/process/port.ts';
import { checkDatabase } from '#server/boot/check-database.ts';
import { runToEnd } from './run-to-end.ts';
import { startStandaloneMongod } from './standalone-mongod.ts';

const SECRETS = { PAYLOAD_SECRET: 'not a secret: this one signs for tests only' };
const DATABASE_URI = process.env.DATABASE_URI ?? '';
const DATA_DIR = process.env.DATA_DIR ?? '';

let port: number;
let standalone: string;
let stop: () => Promise<void>;
beforeAll(async () => {
  port = await findFreePort();
  standalone = `mongodb://127.0.0.1:${port}/throughcare?replicaSet=rs0`;
  stop = await startStandaloneMongod(port);
});
afterAll(() => stop());

describe('the check of the database', () => {
  it('accepts a replica set', async () => {
    await expect(checkDatabase(DATABASE_URI)).resolves.toBeUndefined();
  });

  it('rejects an address without the journal', async () => {
    const uri = DATABASE_URI.replace('journal=true', 'journal=false');
    await expect(checkDatabase(uri)).rejects.toThrow(/w=majority and journal=true/);
  });

  it.each(['', '&w=1'])('uses a majority even if the address has "%s"', async (less) => {
    const uri = DATABASE_URI.replace(/&(w=majority|journal=true)/g, '') + less;
    await expect(checkDatabase(uri)).resolves.toBeUndefined();
  });

  it('rejects a replica set of another name', async () => {
    const other = DATABASE_URI.replace('replicaSet=throughcare', 'replicaSet=other');
    await expect(checkDatabase(other)).rejects.toThrow(
      /is in the replica set throughcare, not in other/,
    );
  });
});

const WEB = "(await import('#server/boot/boot-or-exit.ts')).bootOrExit()";

/** The programs that check the database: `npm start`, and the web process, which may be started by itself. */
const PROGRAMS: [name: string, args: string[]][] = [
  ['npm start', ['src/server/start.ts']],
  ['the web process', ['--input-type=module', '-e', WEB]],
];

/** Runs a program that has to exit with code 1 and one sentence. */
async function runRefused(program: string[], environment: Record<string, string>) {
  const PORT = String(await findFreePort());
  const exit = await runToEnd(program, { DATA_DIR, PORT, ...environment });
  expect(exit).toMatchObject({ code: 1, stderr: expect.stringMatching(/^[^\n]+\.\n$/) });
  return { sentence: exit.stderr.trim(), seconds: exit.seconds };
}

describe.each(PROGRAMS)('%s rejects in one sentence', (_name, program) => {
  const sentenceFor = async (environment: Record<string, string>) =>
    (await runRefused(program, environment)).sentence;

  it('a standalone server', async () => {
    const DATABASE_URI = standalone;
    expect(await sentenceFor({ DATABASE_URI, ...SECRETS })).toContain(
      `127.0.0.1:${port} is a standalone server`,
    );
  });

  it('an address that names no replica set', async () => {
    const DATABASE_URI = 'mongodb://127.0.0.1/throughcare';
    expect(await sentenceFor({ DATABASE_URI, ...SECRETS })).toMatch(
      /^DATABASE_URI must be the address of a MongoDB replica set/,
    );
  });

  it('a weak secret', async () => {
    expect(await sentenceFor({ DATABASE_URI, PAYLOAD_SECRET: 'weak' })).toBe(
      'PAYLOAD_SECRET must have at least 32 characters.',
    );
  });

  it('no secret for a database of the operator', async () => {
    expect(await sentenceFor({ DATABASE_URI })).toMatch(/^PAYLOAD_SECRET must be set/);
  });

  it('a wrong variable', async () => {
    const SITE_URL = 'recovery.example';
    expect(await sentenceFor({ DATABASE_URI, ...SECRETS, SITE_URL })).toMatch(/^SITE_URL must be/);
  });
});

// All at once, because each takes ten seconds.
it('rejects a database that does not respond within ten seconds', async () => {
  const silentPort = await findFreePort();
  const server = createServer().listen(silentPort, '127.0.0.1');
  const silentUri = `mongodb://127.0.0.1:${silentPort}/throughcare?replicaSet=rs0`;
  const closedUri = `mongodb://127.0.0.1:${await findFreePort()}/throughcare?replicaSet=rs0`;
  const [silentMessage, ...refused] = await Promise.all([
    checkDatabase(silentUri).catch((error: Error) => error.message),
    ...PROGRAMS.map(([, program]) => runRefused(program, { DATABASE_URI: closedUri, ...SECRETS })),
  ]);
  server.close();
  const message = /^No MongoDB answered at 127\.0\.0\.1:\d+ within 10 s/;
  expect(silentMessage).toMatch(message);
  for (const { sentence, seconds } of refused) {
    expect(sentence).toMatch(message);
    expect(seconds).toBeGreaterThan(10);
    expect(seconds).toBeLessThan(30);
  }
});
