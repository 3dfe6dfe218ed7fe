import { spawn } from 'node:child_process';
import { rootPath } from '#platform/process/root.ts';

/**
 * Runs one of our programs in a child process and waits for its end. Its output goes to the terminal.
 * @param args the program and its arguments
 * @throws Error if it fails, AbortError if the signal ended it
 */
export function runNode(
  args: string[],
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: rootPath(),
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
