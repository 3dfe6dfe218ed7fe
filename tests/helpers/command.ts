import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const BIN = path.join(ROOT, 'node_modules/.bin');

/** Nothing here takes as long: what does is stuck. */
const LIMIT_MS = 20 * 60_000;

/** What the commands of the checkout find around them, an odd time zone included. */
export const commandEnv = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: [path.dirname(process.execPath), BIN, process.env.PATH].join(path.delimiter),
  TZ: 'Pacific/Chatham',
});

/**
 * Runs a command of this checkout; its output goes to the terminal as it comes.
 * @returns true if it ended well
 */
export function command(name: string, ...args: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(name, args, {
      cwd: ROOT,
      env: commandEnv(),
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: LIMIT_MS,
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
