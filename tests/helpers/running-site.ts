import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '#platform/process/port.ts';
import { commandEnv, ROOT } from './command.ts';

export interface RunningSite {
  url: string;
  /** Password of the demo accounts. */
  password: string;
  dataDir: string;
  /** The file that has all that the site has written to its terminal. */
  output: string;
  /** The process that starts and restarts all others. */
  pid: number;
}

export interface OwnSite extends RunningSite {
  /** Ends it as a person would, and takes its folder away. */
  stop(): Promise<void>;
}

/**
 * Starts the whole product, as `npm start` does, on an empty folder and a free port, with the demo
 * content; it builds what is stale first.
 * @param environment what is different from a first start
 * @param root the checkout that is started
 */
export async function startSite(
  environment: Record<string, string> = {},
  root = ROOT,
): Promise<OwnSite> {
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

/** The same, without waiting for it: `ready` resolves once all of it is up, rejects if it ends before. */
export async function launchSite(
  environment: Record<string, string> = {},
  root = ROOT,
): Promise<OwnSite & { ready: Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'throughcare-site-'));
  const port = Number(environment.PORT ?? (await freePort()));
  const password = 'a password for the browser tests';
  const output = path.join(folder, 'output.txt');
  const dataDir = environment.DATA_DIR ?? path.join(folder, 'data');
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
  const up = ready(child);
  // Heard by whoever waits for it, not by nobody.
  up.catch(() => {});
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  };
  const pid = child.pid ?? Number.NaN;
  return { url: `http://localhost:${port}`, password, dataDir, output, pid, stop, ready: up };
}

/** Waits until it says that it is ready; it says so after /readyz has answered. */
function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.includes('Throughcare is ready.')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`The site ended with exit code ${code}.`)));
  });
}
