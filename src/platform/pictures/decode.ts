import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Order, Result } from './decode-process.ts';

/** A picture of a camera takes 3 s on a busy machine; one that takes much longer means harm. */
const MOST_MS = 30_000;

/** Its pixels are not among this: they are outside the heap. */
const HEAP_MB = 64;

/**
 * Makes of an uploaded picture what Payload can work on at little cost, in a process of its own. Never throws for
 * what is in a picture: a decoder that falls or does not end is an unreadable picture.
 * @throws Error if no process can be started
 */
export async function decode(order: Order): Promise<Result> {
  const child: ChildProcess = spawn(
    process.execPath,
    [`--max-old-space-size=${HEAP_MB}`, path.resolve('src/platform/pictures/decode-process.ts')],
    {
      env: { PATH: process.env.PATH, UV_THREADPOOL_SIZE: '1' } as object as NodeJS.ProcessEnv,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      timeout: MOST_MS,
      killSignal: 'SIGKILL',
    },
  );
  await once(child, 'spawn');
  // It may end before it has heard: then its end says so.
  child.send(order, () => {});
  return new Promise((resolve) => {
    child.once('message', (result) => resolve(result as Result));
    // After the last message, however it ended.
    child.once('disconnect', () => resolve({ refused: 'unreadable' }));
    child.on('error', () => resolve({ refused: 'unreadable' }));
  });
}
