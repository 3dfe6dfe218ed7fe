import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { findFreePort } from '#platform/process/port.ts';
import { rootPath } from '#platform/process/root.ts';
import { fetchRaw, type HttpResponse } from './edge.ts';

const run = promisify(execFile);

/** Users other than root have no /usr/sbin in their PATH. */
const ENV = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };

/** True if Varnish is installed with the modules that `default.vcl` imports. If not, says what to install. */
export async function hasVarnish(): Promise<boolean> {
  const isUsable = await isVarnishUsable();
  if (!isUsable) console.log('Varnish is missing: apt-get install varnish varnish-modules.');
  return isUsable;
}

/** Compiles the imports alone: a mistake in `default.vcl` must fail the tests, not skip them. */
async function isVarnishUsable(): Promise<boolean> {
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
  /** The port for the PROXY protocol. */
  proxyProtocolPort: number;
  stop(): Promise<void>;
}

/** Starts Varnish with the shipped `default.vcl` in front of this origin. */
export async function startVarnish({ url }: { url: string }): Promise<Varnish> {
  const folder = await mkdtemp(path.join(tmpdir(), 'throughcare-varnish-'));
  const vcl = await readFile(rootPath('deploy/varnish/default.vcl'), 'utf8');
  const file = path.join(folder, 'default.vcl');
  await writeFile(file, vcl.replace('"3000"', `"${new URL(url).port}"`));
  const [port, proxyProtocolPort] = [await findFreePort(), await findFreePort()];
  const child = spawn(
    'varnishd',
    [
      ...['-F', '-j', 'none', '-n', path.join(folder, 'work'), '-f', file, '-s', 'malloc,64m'],
      ...['-T', 'none', '-a', `127.0.0.1:${port}`, '-a', `127.0.0.1:${proxyProtocolPort},PROXY`],
    ],
    { env: ENV, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  await waitUntilStarted(child);
  return {
    url: `http://127.0.0.1:${port}`,
    proxyProtocolPort,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** @throws Error with the output of the process, if it ends instead */
async function waitUntilStarted(
  child: ChildProcessByStdio<null, Readable, Readable>,
): Promise<void> {
  let output = '';
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
      if (output.includes('Child starts')) resolve();
    });
  }
  child.once('exit', () => reject(new Error(output)));
  await promise;
}

/** Sends a purge as `npm run purge` does. */
export const sendPurge = (
  varnish: Pick<Varnish, 'url'>,
  headers: Record<string, string>,
): Promise<HttpResponse> => fetchRaw(varnish, '/', { method: 'PURGE', headers });
