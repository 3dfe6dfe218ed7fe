import type { PayloadRequest } from 'payload';
import type { FormSubmission } from '#payload-types.ts';
import { MESSAGES, type MessageName } from './messages.ts';

/** What decides which messages a request leads to. */
export type Stored = Pick<FormSubmission, 'id' | 'kind' | 'quarantined' | 'receiptByMail'>;

/** The messages that a new request leads to. One who may be a program is not sent to others' phones. */
const messagesOf = ({ kind, quarantined, receiptByMail }: Stored): MessageName[] => [
  'request-waiting',
  ...(kind === 'text-info' && !quarantined ? (['information-text'] as const) : []),
  ...(receiptByMail && !quarantined ? (['receipt-mail'] as const) : []),
];

/** The messages that waited for a person to say that the request is real. */
export const messagesHeldBack = (stored: Stored): MessageName[] =>
  messagesOf({ ...stored, quarantined: false }).filter(
    (name) => !messagesOf({ ...stored, quarantined: true }).includes(name),
  );

/** Queues the messages of a new request, in the transaction of `req`. */
export const queueMessagesOf = (stored: Stored, req: PayloadRequest): Promise<void> =>
  queue(messagesOf(stored), stored.id, req);

/** Queues messages; the job knows the request and nothing that is in it. */
export async function queue(
  names: readonly MessageName[],
  submission: string,
  req: PayloadRequest,
): Promise<void> {
  for (const name of names) {
    await req.payload.jobs.queue({
      task: name,
      queue: MESSAGES[name].channel,
      input: { submission },
      // System: a message follows from what happened, whoever made it happen.
      overrideAccess: true,
      req,
    });
  }
}
