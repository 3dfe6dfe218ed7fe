import { setTimeout as pause } from 'node:timers/promises';
import { CACHE_CONTROL } from '#platform/http/headers.ts';
import { withFileRollback } from './file-rollback.ts';

/** Parsing an upload holds its body in memory several times. */
const MAX_CONCURRENT = 3;
/** More than an editor drops into the admin at once. */
const MAX_WAITING = 30;
const MAX_WAIT_MS = 60_000;

type Handler<Args> = (request: Request, args: Args) => Promise<Response>;

const WRITE_METHODS = ['POST', 'PATCH', 'DELETE'];
const MEDIA_PATH = /^\/api\/media(\/|$)/;

/**
 * Limits concurrent uploads of pictures: three at a time, thirty waiting, 503 for more. It must wrap the handler that
 * reads the body. Changes to files are rolled back if the request fails.
 */
export function limitUploads<Args>(handler: Handler<Args>): Handler<Args> {
  const semaphore = new UploadSemaphore();
  return async (request, args) => {
    if (
      !WRITE_METHODS.includes(request.method) ||
      !MEDIA_PATH.test(new URL(request.url).pathname)
    ) {
      return handler(request, args);
    }
    if (!request.headers.get('Content-Type')?.toLowerCase().startsWith('multipart/')) {
      return withFileRollback(() => handler(request, args));
    }
    if (!(await semaphore.acquire())) return tooManyUploads();
    try {
      return await withFileRollback(() => handler(request, args));
    } finally {
      semaphore.release();
    }
  };
}

class UploadSemaphore {
  #free = MAX_CONCURRENT;
  readonly #waiting: (() => void)[] = [];

  /** Returns false if too many are waiting already, or after a minute. */
  async acquire(): Promise<boolean> {
    if (this.#free > 0) {
      this.#free -= 1;
      return true;
    }
    if (this.#waiting.length >= MAX_WAITING) return false;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.push(resolve);
    const timer = new AbortController();
    const tooLate = pause(MAX_WAIT_MS, undefined, { signal: timer.signal }).catch(() => {});
    await Promise.race([promise, tooLate]);
    timer.abort();
    const at = this.#waiting.indexOf(resolve);
    if (at < 0) return true;
    this.#waiting.splice(at, 1);
    return false;
  }

  release(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}

const tooManyUploads = () =>
  Response.json(
    { errors: [{ message: 'Many pictures are being uploaded. Try again in a minute.' }] },
    { status: 503, headers: { 'Cache-Control': CACHE_CONTROL.never, 'Retry-After': '60' } },
  );
