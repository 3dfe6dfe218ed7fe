import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const BIN = path.join(ROOT, 'node_modules/.bin');

/** A command that runs longer is stuck. */
const TIMEOUT_MS = 20 * 60_000;

/** Returns the environment for commands: our Node and binaries on the PATH, and an odd time zone. */
export const commandEnv = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: [path.dirname(process.execPath), BIN, process.env.PATH].join(path.delimiter),
  TZ: 'Pacific/Chatham',
});

/**
 * Runs a command in this checkout. Its output goes to the terminal.
 * @param environment variables in addition to those of `commandEnv`
 * @returns true if it exits with code 0
 */
export function runProgram(
  name: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(name, args, {
      cwd: ROOT,
      env: { ...commandEnv(), ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: TIMEOUT_MS,
    });
    child.once('error', (error) => {
      console.log(error.message);
      resolve(false);
    });
    child.once('close', (code, signal) => {
      if (signal) console.log(`${name} was ended by ${signal}.`);
      resolve(code === 0);
    });
  });
}
