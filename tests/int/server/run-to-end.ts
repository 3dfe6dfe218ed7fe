import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { commandEnv, ROOT } from '#tests/helpers/command.ts';

/** The end of a program: its exit code, error output and duration. */
export interface ProgramExit {
  code: number | null;
  /** Standard error. */
  stderr: string;
  seconds: number;
}

/**
 * Runs a program of this checkout until it exits by itself.
 * @param environment its environment, besides NODE_ENV, PATH and HOME
 */
export async function runToEnd(
  args: string[],
  environment: Record<string, string>,
): Promise<ProgramExit> {
  const { PATH, HOME } = commandEnv();
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { NODE_ENV: 'production', PATH, HOME, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [[code], stderr] = await Promise.all([once(child, 'close'), text(child.stderr)]);
  return { code, stderr, seconds: (performance.now() - began) / 1000 };
}
