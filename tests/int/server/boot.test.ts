import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '#platform/process/port.ts';
import { checkDatabase } from '#server/boot/database.ts';
import { ends } from './ends.ts';
import { startStandalone } from './standalone.ts';

const SECRET = { PAYLOAD_SECRET: 'not a secret: this one signs for tests only' };
const DATABASE_URI = process.env.DATABASE_URI ?? '';
const DATA_DIR = process.env.DATA_DIR ?? '';

let port: number;
let standalone: string;
let stop: () => Promise<void>;
beforeAll(async () => {
  port = await freePort();
  standalone = `mongodb://127.0.0.1:${port}/throughcare?replicaSet=rs0`;
  stop = await startStandalone(port);
});
afterAll(() => stop());

describe('the check of the database', () => {
  it('lets a replica set pass, and leaves nothing in it', async () => {
    await expect(checkDatabase(DATABASE_URI)).resolves.toBeUndefined();
  });

  it('refuses an address that does without the journal', async () => {
    const uri = DATABASE_URI.replace('journal=true', 'journal=false');
    await expect(checkDatabase(uri)).rejects.toThrow(/w=majority and journal=true/);
  });

  it.each(['', '&w=1'])('asks for a majority where the address says "%s"', async (less) => {
    const uri = DATABASE_URI.replace(/&(w=majority|journal=true)/g, '') + less;
    await expect(checkDatabase(uri)).resolves.toBeUndefined();
  });

  it('refuses a replica set of another name', async () => {
    const other = DATABASE_URI.replace('replicaSet=throughcare', 'replicaSet=other');
    await expect(checkDatabase(other)).rejects.toThrow(
      /is in the replica set throughcare, not in other/,
    );
  });
});

const WEB = "(await import('#server/boot/boot-or-exit.ts')).bootOrExit()";

/** What starts a site, and the web process by itself, which may be started without us. */
const PROGRAMS: [name: string, args: string[]][] = [
  ['npm start', ['src/server/start.ts']],
  ['the web process', ['--input-type=module', '-e', WEB]],
];

/** Runs a program that has to end at once, with exit code 1 and one sentence. */
async function refusal(program: string[], environment: Record<string, string>) {
  const PORT = String(await freePort());
  const ended = await ends(program, { DATA_DIR, PORT, ...environment });
  expect(ended).toMatchObject({ code: 1, failures: expect.stringMatching(/^[^\n]+\.\n$/) });
  return { sentence: ended.failures.trim(), seconds: ended.seconds };
}

describe.each(PROGRAMS)('%s refuses in one sentence', (_name, program) => {
  const sentence = async (environment: Record<string, string>) =>
    (await refusal(program, environment)).sentence;

  it('a standalone server', async () => {
    const DATABASE_URI = standalone;
    expect(await sentence({ DATABASE_URI, ...SECRET })).toContain(
      `127.0.0.1:${port} is a standalone server`,
    );
  });

  it('an address that names no replica set', async () => {
    const DATABASE_URI = 'mongodb://127.0.0.1/throughcare';
    expect(await sentence({ DATABASE_URI, ...SECRET })).toMatch(
      /^DATABASE_URI must be the address of a MongoDB replica set/,
    );
  });

  it('a weak secret', async () => {
    expect(await sentence({ DATABASE_URI, PAYLOAD_SECRET: 'weak' })).toBe(
      'PAYLOAD_SECRET must have at least 32 characters.',
    );
  });

  it('no secret for a database of the operator', async () => {
    expect(await sentence({ DATABASE_URI })).toMatch(/^PAYLOAD_SECRET must be set/);
  });

  it('a wrong variable', async () => {
    const SITE_URL = 'recovery.example';
    expect(await sentence({ DATABASE_URI, ...SECRET, SITE_URL })).toMatch(/^SITE_URL must be/);
  });
});

// All at once: each takes its ten seconds.
it('refuses a database that does not answer, after ten seconds', async () => {
  const silent = await freePort();
  const server = createServer().listen(silent, '127.0.0.1');
  const mute = `mongodb://127.0.0.1:${silent}/throughcare?replicaSet=rs0`;
  const nobody = `mongodb://127.0.0.1:${await freePort()}/throughcare?replicaSet=rs0`;
  const [bySilence, ...refusals] = await Promise.all([
    checkDatabase(mute).catch((error: Error) => error.message),
    ...PROGRAMS.map(([, program]) => refusal(program, { DATABASE_URI: nobody, ...SECRET })),
  ]);
  server.close();
  const sentence = /^No MongoDB answered at 127\.0\.0\.1:\d+ within 10 s/;
  expect(bySilence).toMatch(sentence);
  for (const { sentence: said, seconds } of refusals) {
    expect(said).toMatch(sentence);
    expect(seconds).toBeGreaterThan(10);
    expect(seconds).toBeLessThan(30);
  }
});
