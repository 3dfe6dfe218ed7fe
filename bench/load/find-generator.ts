import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { autocannon } from './autocannon.ts';
import type { LoadGenerator } from './generator.ts';
import { wrk } from './wrk.ts';

const run = promisify(execFile);

/** Returns wrk, which uses the least CPU, or autocannon if wrk is not installed. */
export const findGenerator = (): Promise<LoadGenerator> =>
  run('wrk', ['-v']).then(
    () => wrk,
    ({ code }: NodeJS.ErrnoException) => (code === 'ENOENT' ? autocannon : wrk),
  );
