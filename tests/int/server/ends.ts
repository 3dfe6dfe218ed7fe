import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { commandEnv, ROOT } from '#tests/helpers/command.ts';

/** How a program of this checkout ended by itself, and what it said. */
export interface Ended {
  code: number | null;
  /** What it printed where failures are told. */
  failures: string;
  seconds: number;
}

/** Runs a program with nothing of ours in its environment but what is given, to its end. */
export async function ends(args: string[], environment: Record<string, string>): Promise<Ended> {
  const { PATH, HOME } = commandEnv();
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { NODE_ENV: 'production', PATH, HOME, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [[code], failures] = await Promise.all([once(child, 'close'), text(child.stderr)]);
  return { code, failures, seconds: (performance.now() - began) / 1000 };
}
