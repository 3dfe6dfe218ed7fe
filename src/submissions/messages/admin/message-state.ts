import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { formatShortMoment } from '#domain/time-zone.ts';
import type { Channel } from '../channels.ts';
import { describeFailure } from './describe-failure.ts';

/** The stored fields of a job that describe its message. */
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

/** The state of a message, as the admin shows it. */
export interface MessageState {
  kind: 'waiting' | 'not-set-up' | 'sending' | 'again' | 'over-limit' | 'failed';
  text: string;
}

interface StateContext {
  isConfigured: boolean;
  now: Date;
  /** The Site's time zone. */
  timeZone: string;
}

const NOT_CONFIGURED: Record<Channel, string> = {
  mail: 'Waiting: no mail server is set up',
  text: 'Waiting: no text service is set up',
};

/** Determines the state of a message from its job. */
export function messageStateOf(
  job: OutboxJob,
  { isConfigured, now, timeZone }: StateContext,
): MessageState {
  if (job.hasError) {
    return { kind: 'failed', text: `Could not be sent: ${describeFailure(codeIn(job.error))}` };
  }
  if (job.processing && job.leasedUntil && new Date(job.leasedUntil) > now) {
    return { kind: 'sending', text: 'Being sent' };
  }
  if (!isConfigured) return { kind: 'not-set-up', text: NOT_CONFIGURED[channelOf(job)] };
  const next = job.waitUntil ? new Date(job.waitUntil) : now;
  if (next > now && job.overHourlyLimit) {
    const at = formatShortMoment(next, timeZone, DEFAULT_LOCALE);
    return { kind: 'over-limit', text: `Waiting until ${at}: the hourly limit is reached` };
  }
  return next > now
    ? {
        kind: 'again',
        text: `Trying again at ${formatShortMoment(next, timeZone, DEFAULT_LOCALE)}`,
      }
    : { kind: 'waiting', text: 'Waiting' };
}

export const channelOf = ({ queue }: Pick<OutboxJob, 'queue'>): Channel =>
  queue === 'text' ? 'text' : 'mail';

/** Returns the id of the submission that a message is about; an empty string if the input is malformed. */
export function submissionIdOf({ input }: Pick<OutboxJob, 'input'>): string {
  const submission =
    typeof input === 'object' && input && 'submission' in input ? input.submission : undefined;
  return typeof submission === 'string' ? submission : '';
}

function codeIn(error: unknown): string {
  const code = typeof error === 'object' && error && 'message' in error ? error.message : undefined;
  return typeof code === 'string' ? code : '';
}
