import { spawn } from 'node:child_process';
import { inRoot } from '#platform/process/root.ts';

/**
 * Runs a program of ours to its end; what it prints is printed.
 * @throws Error if it fails, AbortError if the signal ended it
 */
export function runNode(
  args: string[],
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: inRoot(),
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit'],
      signal,
    });
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${args.join(' ')} failed.`)),
    );
  });
}
