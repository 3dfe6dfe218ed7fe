import type { Readable } from 'node:stream';
import { Pool } from 'undici';
import type { Answer } from './entry.ts';

/** One page at a time is made for each of so many addresses; the others wait their turn. */
const ASKING = 8;
/** The site itself says within five seconds that it can't. */
const ASK_MS = 12_000;
/** Pictures are uploaded, and programs of the admin take their time. */
const PASS_MS = 120_000;

/** What is passed on to the origin. */
export interface Passed {
  method: string;
  url: string;
  /** Names and values in turn. */
  headers: string[];
  body: Buffer | Readable | null;
  signal: AbortSignal;
  deadlineMs?: number;
}

export type Passing = Awaited<ReturnType<Pool['request']>>;

/** The server behind the edge. */
export interface Origin {
  /** What it answers to anybody at this address. @throws Error if it does not */
  ask(key: string): Promise<Answer>;
  /** Passes on what somebody sent. @throws Error if there is no answer */
  pass(passed: Passed): Promise<Passing>;
  close(): Promise<void>;
}

/**
 * @param url where it listens
 * @param host the public name of the site, whatever a visitor calls it
 */
export function createOrigin(url: string, host: string): Origin {
  // What is passed on does not wait behind pages that are made, nor the other way round.
  const asking = new Pool(url, { connections: ASKING, pipelining: 1 });
  const passing = new Pool(url, { pipelining: 1 });
  return {
    async ask(key) {
      const { statusCode, headers, body } = await asking.request({
        method: 'GET',
        path: key,
        headers: { host, 'accept-encoding': 'identity' },
        signal: AbortSignal.timeout(ASK_MS),
      });
      return { status: statusCode, headers, body: Buffer.from(await body.arrayBuffer()) };
    },
    pass: ({ method, url: path, headers, body, signal, deadlineMs = PASS_MS }) =>
      passing.request({
        method: method as 'GET',
        path,
        headers,
        body,
        signal,
        headersTimeout: deadlineMs,
        bodyTimeout: PASS_MS,
      }),
    async close() {
      await Promise.all([asking.close(), passing.close()]);
    },
  };
}
