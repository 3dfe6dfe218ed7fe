import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { DecodeJob, DecodeResult } from './decode-process.ts';

/** A camera's picture takes 3 s on a busy machine; one that takes ten times as long is an attack. */
const TIMEOUT_MS = 30_000;

/** Heap limit of the process. Pixels are outside the heap. */
const HEAP_MB = 64;

/**
 * Decodes an uploaded picture in a process of its own, and scales it down to a size that Payload can process cheaply.
 * If the decoder crashes or times out, the result is `unreadable`.
 * @throws Error if no process can be started
 */
export async function decodePicture(job: DecodeJob): Promise<DecodeResult> {
  const child: ChildProcess = spawn(
    process.execPath,
    [`--max-old-space-size=${HEAP_MB}`, path.resolve('src/platform/pictures/decode-process.ts')],
    {
      env: { PATH: process.env.PATH, UV_THREADPOOL_SIZE: '1' } as object as NodeJS.ProcessEnv,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      timeout: TIMEOUT_MS,
      killSignal: 'SIGKILL',
    },
  );
  await once(child, 'spawn');
  // The child may exit before it gets the job; `disconnect` below handles that.
  child.send(job, () => {});
  return new Promise((resolve) => {
    child.once('message', (result) => resolve(result as DecodeResult));
    // Comes after the last message, for every kind of exit.
    child.once('disconnect', () => resolve({ refused: 'unreadable' }));
    child.on('error', () => resolve({ refused: 'unreadable' }));
  });
}
