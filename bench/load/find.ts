import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { autocannon } from './autocannon.ts';
import type { Generator } from './generator.ts';
import { wrk } from './wrk.ts';

const run = promisify(execFile);

/** The one that takes the least of the machine from what it measures: wrk, or autocannon where it is not installed. */
export const findGenerator = (): Promise<Generator> =>
  run('wrk', ['-v']).then(
    () => wrk,
    ({ code }: NodeJS.ErrnoException) => (code === 'ENOENT' ? autocannon : wrk),
  );
