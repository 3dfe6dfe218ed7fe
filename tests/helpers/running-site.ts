import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFreePort } from '#platform/process/port.ts';
import { commandEnv, ROOT } from './command.ts';
import { copySeededData } from './seeded-data.ts';

export interface RunningSite {
  url: string;
  /** Password of the demo accounts. */
  password: string;
  dataDir: string;
  /** File with the standard output and standard error of the site. */
  output: string;
  /** Id of the process that supervises all others. */
  pid: number;
}

export interface StartedSite extends RunningSite {
  /** Stops the site with SIGTERM and removes its folder. */
  stop(): Promise<void>;
}

/**
 * Starts the whole product as `npm start` does, with demo content in a folder of its own and on a free port, and
 * waits until it is ready. Builds first if the build is stale.
 * @param environment variables that override those of a first start
 * @param root the checkout to start
 * @throws Error if it does not start
 */
export async function startSite(
  environment: Record<string, string> = {},
  root = ROOT,
): Promise<StartedSite> {
  const { ready, ...site } = await launchSite(environment, root);
  try {
    await ready;
  } catch (error) {
    console.log(await readFile(site.output, 'utf8'));
    await site.stop();
    throw error;
  }
  return site;
}

/** Starts the product without waiting. `ready` resolves once it is ready, and rejects if it exits before. */
export async function launchSite(
  environment: Record<string, string> = {},
  root = ROOT,
): Promise<StartedSite & { ready: Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'throughcare-site-'));
  const port = Number(environment.PORT ?? (await findFreePort()));
  const password = 'a password for the browser tests';
  const output = path.join(folder, 'output.txt');
  const dataDir = environment.DATA_DIR ?? path.join(folder, 'data');
  if (!environment.DATA_DIR && !environment.DATABASE_URI && root === ROOT) {
    await copySeededData(dataDir);
  }
  const child = spawn(process.execPath, ['src/server/start.ts'], {
    cwd: root,
    env: {
      ...commandEnv(),
      PORT: String(port),
      DATA_DIR: dataDir,
      DEMO_PASSWORD: password,
      DATABASE_URI: '',
      SITE_URL: '',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const file = createWriteStream(output);
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  const ready = waitForReadyLine(child);
  // The rejection is handled by the caller, if it awaits `ready`.
  ready.catch(() => {});
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  };
  const pid = child.pid ?? Number.NaN;
  return { url: `http://localhost:${port}`, password, dataDir, output, pid, stop, ready };
}

/** Waits for the line that the product prints once /readyz has answered. */
function waitForReadyLine(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.includes('Throughcare is ready.')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`The site ended with exit code ${code}.`)));
  });
}
