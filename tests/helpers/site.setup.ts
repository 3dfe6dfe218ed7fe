import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { findChromium } from './chromium.ts';
import { command, commandEnv, ROOT } from './command.ts';

export interface RunningSite {
  url: string;
  /** Password of the demo accounts. */
  password: string;
  dataDir: string;
  /** The file that has all that the site has written to its terminal. */
  output: string;
  chromium: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    site: RunningSite;
  }
}

/** Starts the whole product, as `npm start` does, on an empty folder and a free port. */
export default async function site(project: TestProject): Promise<() => Promise<void>> {
  const chromium = await findChromium();
  if (!(await command('node', 'src/server/build/build.ts'))) throw new Error('No build, no site.');
  const folder = await mkdtemp(path.join(tmpdir(), 'throughcare-e2e-'));
  const port = await freePort();
  const password = 'a password for the browser tests';
  const output = path.join(folder, 'output.txt');
  const dataDir = path.join(folder, 'data');
  const child = spawn(process.execPath, ['src/server/start.ts'], {
    cwd: ROOT,
    env: {
      ...commandEnv(),
      PORT: String(port),
      DATA_DIR: dataDir,
      DEMO_PASSWORD: password,
      GALLERY: '1',
      DATABASE_URI: '',
      SITE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const file = createWriteStream(output);
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  const url = `http://localhost:${port}`;
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await ready(child);
  } catch (error) {
    console.log(await readFile(output, 'utf8'));
    await stop();
    throw error;
  }
  project.provide('site', { url, password, dataDir, output, chromium });
  return stop;
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

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === 'object' && address) resolve(address.port);
        else reject(new Error('No free port.'));
      });
    });
  });
}
