import type { MessageName } from '../messages.ts';

/** What each message is called in the admin: whom it goes to, and how. */
const LABELS: Record<MessageName, string> = {
  'request-waiting': 'To coordinators: a request is waiting, by email',
  'visitor-information': 'To the visitor: the link to information, by text message',
  'visitor-receipt': 'To the visitor: the receipt, by email',
};

/** A message in words, by its name. */
export const labelOf = (name: string | null | undefined): string =>
  Object.hasOwn(LABELS, name ?? '') ? LABELS[name as MessageName] : 'Another message';
