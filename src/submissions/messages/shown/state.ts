import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { shortMoment } from '#domain/time-zone.ts';
import type { Channel } from '../channels.ts';
import { failureInWords } from './failure-in-words.ts';

/** What a job tells of a message, as it is stored. */
export interface OutboxJob {
  id: string;
  taskSlug?: string | null;
  queue?: string | null;
  input?: unknown;
  hasError?: boolean | null;
  error?: unknown;
  processing?: boolean | null;
  leasedUntil?: string | null;
  waitUntil?: string | null;
  overHourlyLimit?: boolean | null;
  createdAt: string;
}

/** Where a message stands, and what a colleague may do about it. */
export interface MessageState {
  kind: 'waiting' | 'not-set-up' | 'sending' | 'again' | 'over-limit' | 'failed';
  words: string;
}

interface Around {
  setUp: boolean;
  now: Date;
  /** The Site's time zone. */
  zone: string;
}

const NOT_SET_UP: Record<Channel, string> = {
  mail: 'Waiting: no mail server is set up',
  text: 'Waiting: no text service is set up',
};

/** Says where a message stands. */
export function stateOf(job: OutboxJob, { setUp, now, zone }: Around): MessageState {
  if (job.hasError) {
    return { kind: 'failed', words: `Could not be sent: ${failureInWords(codeIn(job.error))}` };
  }
  if (job.processing && job.leasedUntil && new Date(job.leasedUntil) > now) {
    return { kind: 'sending', words: 'Being sent' };
  }
  if (!setUp) return { kind: 'not-set-up', words: NOT_SET_UP[channelOf(job)] };
  const next = job.waitUntil ? new Date(job.waitUntil) : now;
  if (next > now && job.overHourlyLimit) {
    const at = shortMoment(next, zone, DEFAULT_LOCALE);
    return { kind: 'over-limit', words: `Waiting until ${at}: the hourly limit is reached` };
  }
  return next > now
    ? { kind: 'again', words: `Trying again at ${shortMoment(next, zone, DEFAULT_LOCALE)}` }
    : { kind: 'waiting', words: 'Waiting' };
}

export const channelOf = ({ queue }: Pick<OutboxJob, 'queue'>): Channel =>
  queue === 'text' ? 'text' : 'mail';

/** The request that a message is about. */
export function requestOf({ input }: Pick<OutboxJob, 'input'>): string {
  const submission =
    typeof input === 'object' && input && 'submission' in input ? input.submission : undefined;
  return typeof submission === 'string' ? submission : '';
}

function codeIn(error: unknown): string {
  const code = typeof error === 'object' && error && 'message' in error ? error.message : undefined;
  return typeof code === 'string' ? code : '';
}
