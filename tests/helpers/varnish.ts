import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { freePort } from '#platform/process/port.ts';
import { inRoot } from '#platform/process/root.ts';
import { ask, type Got } from './edge.ts';

const run = promisify(execFile);

/** Test files run side by side; the package manager does not. */
const LOCK = path.join(tmpdir(), 'throughcare-apt.lock');
const INSTALL_MS = 5 * 60_000;

/** Ordinary users have no /usr/sbin on their path. RUNLEVEL keeps a package from starting its service. */
const ENV = {
  ...process.env,
  PATH: `${process.env.PATH}:/usr/sbin`,
  DEBIAN_FRONTEND: 'noninteractive',
  RUNLEVEL: '1',
};

/**
 * True if there is a Varnish with the modules that our configuration takes, if need be brought by the
 * system's package manager, where we may ask it.
 */
export async function hasVarnish(): Promise<boolean> {
  if (await works()) return true;
  if (process.getuid?.() === 0) {
    console.log('Installing Varnish with apt-get …');
    const options = { env: ENV, timeout: INSTALL_MS };
    const install = [LOCK, 'apt-get', 'install', '-y', '-qq', '--no-install-recommends'];
    try {
      await run('flock', [LOCK, 'apt-get', 'update', '-qq'], options);
      await run('flock', [...install, 'varnish', 'varnish-modules'], options);
    } catch {
      // It is said below.
    }
    if (await works()) return true;
  }
  console.log('Not tried: there is no Varnish here (apt-get install varnish varnish-modules).');
  return false;
}

/** It is asked to compile the modules alone, so that a mistake in our configuration is seen as one. */
async function works(): Promise<boolean> {
  const folder = await mkdtemp(path.join(tmpdir(), 'throughcare-vcl-'));
  const file = path.join(folder, 'modules.vcl');
  await writeFile(file, 'vcl 4.1; import std; import var; import xkey; backend site none;');
  try {
    await run('varnishd', ['-C', '-j', 'none', '-f', file, '-n', path.join(folder, 'work')], {
      env: ENV,
      maxBuffer: 64 * 1024 * 1024,
    });
    return true;
  } catch {
    return false;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export interface Varnish {
  url: string;
  /** The same for a proxy that says who is behind it, by the PROXY protocol. */
  proxied: number;
  stop(): Promise<void>;
}

/** A Varnish with the configuration that we ship, before this origin. */
export async function varnishBefore({ url }: { url: string }): Promise<Varnish> {
  const folder = await mkdtemp(path.join(tmpdir(), 'throughcare-varnish-'));
  const shipped = await readFile(inRoot('deploy/varnish/default.vcl'), 'utf8');
  const file = path.join(folder, 'default.vcl');
  await writeFile(file, shipped.replace('"3000"', `"${new URL(url).port}"`));
  const [port, proxied] = [await freePort(), await freePort()];
  const child = spawn(
    'varnishd',
    [
      ...['-F', '-j', 'none', '-n', path.join(folder, 'work'), '-f', file, '-s', 'malloc,64m'],
      ...['-T', 'none', '-a', `127.0.0.1:${port}`, '-a', `127.0.0.1:${proxied},PROXY`],
    ],
    { env: ENV, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  await started(child);
  return {
    url: `http://127.0.0.1:${port}`,
    proxied,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** @throws Error with what it said, if it ends instead */
async function started(child: ChildProcessByStdio<null, Readable, Readable>): Promise<void> {
  let words = '';
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      words += chunk;
      if (words.includes('Child starts')) resolve();
    });
  }
  child.once('exit', () => reject(new Error(words)));
  await promise;
}

/** Says to it what `npm run purge` says. */
export const purge = (
  varnish: Pick<Varnish, 'url'>,
  headers: Record<string, string>,
): Promise<Got> => ask(varnish, '/', { method: 'PURGE', headers });
