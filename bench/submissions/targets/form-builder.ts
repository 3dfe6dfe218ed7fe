import { execFile } from 'node:child_process';
import { cp, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { MongoClient } from 'mongodb';
import { rootPath } from '#platform/process/root.ts';
import { startNext } from '../../next-server.ts';
import { createHttpClients } from './http-clients.ts';
import { createVisitor, type SubmissionTarget } from './target.ts';

const run = promisify(execFile);

const NAME = 'bench_form_builder';
const NEXT = 'node_modules/next/dist/bin/next';

/** Not deleted after a run, because the installation takes a while. */
const FOLDER = path.join(tmpdir(), 'throughcare-bench', 'form-builder');

/**
 * Starts a small application with Payload's form-builder plugin, built for production, on the same MongoDB.
 * @throws Error if it cannot be installed or does not start
 */
export async function startFormBuilder(
  uri: string,
  database: MongoClient,
): Promise<SubmissionTarget> {
  await database.db(NAME).dropDatabase();
  const environment = {
    ...process.env,
    NODE_ENV: 'production' as const,
    NEXT_TELEMETRY_DISABLED: '1',
    PAYLOAD_SECRET: 'not a secret: this one signs for measurements only',
    DATABASE_URI: uri.replace('/throughcare?', `/${NAME}?`),
  };
  const inFolder = { cwd: FOLDER, env: environment };
  await mkdir(FOLDER, { recursive: true });
  await cp(rootPath('bench/peers/form-builder'), FOLDER, { recursive: true });
  await run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], inFolder);
  await run(process.execPath, [NEXT, 'build'], inFolder);
  const { stdout } = await run(process.execPath, ['seed.mjs'], inFolder);
  const form = stdout.trim().split('\n').at(-1);
  const server = await startNext(FOLDER, environment, '/api/form-submissions');
  let n = 0;
  const next = () => {
    n += 1;
    const submissionData = Object.entries(createVisitor(n)).map(([field, value]) => ({
      field,
      value,
    }));
    return { body: { form, submissionData } };
  };
  return {
    name: 'Payload form-builder',
    does: '`POST /api/form-submissions`: saved, without validation, consent or messages',
    connect: async (connections) =>
      createHttpClients(`${server.url}/api/form-submissions`, connections, next),
    countStored: () => database.db(NAME).collection('form-submissions').countDocuments(),
    stop: server.stop,
  };
}
