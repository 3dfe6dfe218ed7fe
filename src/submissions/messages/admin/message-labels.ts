import type { MessageName } from '../messages.ts';

/** Labels of the messages in the admin: recipient, content and channel. */
const LABELS: Record<MessageName, string> = {
  'request-waiting': 'To coordinators: a request is waiting, by email',
  'visitor-information': 'To the visitor: the link to information, by text message',
  'visitor-receipt': 'To the visitor: the receipt, by email',
};

/** Returns the label of a message by its name, also for names that no longer exist. */
export const messageLabelOf = (name: string | null | undefined): string =>
  Object.hasOwn(LABELS, name ?? '') ? LABELS[name as MessageName] : 'Another message';
