import { setTimeout as pause } from 'node:timers/promises';
import { CACHE } from '#platform/http/headers.ts';
import { withFiles } from './file-changes.ts';

/** Each body is in memory several times while it is read. */
const MOST_AT_ONCE = 3;
/** More than an editor drops into the admin at once. */
const MOST_WAITING = 30;
const WAIT_MS = 60_000;

type Handler<Args> = (request: Request, args: Args) => Promise<Response>;

const CHANGING = ['POST', 'PATCH', 'DELETE'];
const PICTURES = /^\/api\/media(\/|$)/;

/**
 * Stands before what reads bodies: pictures are taken a few at a time, the others wait, and those that come when
 * many wait are told to come later. What a request did to files, and did not finish, is taken back.
 */
export function inTurns<Args>(handler: Handler<Args>): Handler<Args> {
  const turns = new Turns();
  return async (request, args) => {
    if (!CHANGING.includes(request.method) || !PICTURES.test(new URL(request.url).pathname)) {
      return handler(request, args);
    }
    if (!request.headers.get('Content-Type')?.toLowerCase().startsWith('multipart/')) {
      return withFiles(() => handler(request, args));
    }
    if (!(await turns.take())) return busy();
    try {
      return await withFiles(() => handler(request, args));
    } finally {
      turns.giveBack();
    }
  };
}

class Turns {
  #free = MOST_AT_ONCE;
  readonly #waiting: (() => void)[] = [];

  /** @returns false if there are too many before this one, or it has waited too long */
  async take(): Promise<boolean> {
    if (this.#free > 0) {
      this.#free -= 1;
      return true;
    }
    if (this.#waiting.length >= MOST_WAITING) return false;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.push(resolve);
    const patience = new AbortController();
    const tooLate = pause(WAIT_MS, undefined, { signal: patience.signal }).catch(() => {});
    await Promise.race([promise, tooLate]);
    patience.abort();
    const at = this.#waiting.indexOf(resolve);
    if (at < 0) return true;
    this.#waiting.splice(at, 1);
    return false;
  }

  giveBack(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}

const busy = () =>
  Response.json(
    { errors: [{ message: 'Many pictures are being uploaded. Try again in a minute.' }] },
    { status: 503, headers: { 'Cache-Control': CACHE.never, 'Retry-After': '60' } },
  );
