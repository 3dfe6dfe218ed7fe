import { withdrawalPath } from '#domain/addresses.ts';

/** By what a message goes out; also the name of the queue in which it waits. */
export const CHANNELS = ['mail', 'text'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What a message can tell: nothing about the person, and nothing of what they asked for. */
export interface Around {
  /** The publisher's name. */
  brand: string;
  /** Public origin, like `https://example.org`. */
  origin: string;
  /** The id of the request, which leads colleagues to it. */
  id: string;
  reference: string;
  receipt: string;
}

export interface Words {
  /** Mails have one. */
  subject?: string;
  text: string;
}

interface Message {
  channel: Channel;
  to: 'coordinators' | 'visitor';
  /** As the admin calls it. */
  label: string;
  words: (around: Around) => Words;
}

/** All messages that the platform sends by itself. Others may see them on a screen that is locked. */
export const MESSAGES = {
  'request-waiting': {
    channel: 'mail',
    to: 'coordinators',
    label: 'Mail to the coordinators: a request is waiting',
    words: ({ brand, origin, id }) => ({
      subject: `${brand}: a request is waiting`,
      text: `A request is waiting.\n\n${origin}/admin/collections/form-submissions/${id}\n`,
    }),
  },
  'information-text': {
    channel: 'text',
    to: 'visitor',
    label: 'Text message with a link to information',
    words: ({ brand, origin, receipt }) => ({
      text: `${brand}: here is the page you asked for: ${origin}/ Reply STOP to end, HELP for help. You can also end this here: ${origin}${withdrawalPath(receipt)}`,
    }),
  },
  'receipt-mail': {
    channel: 'mail',
    to: 'visitor',
    label: 'Receipt by mail',
    words: ({ brand, origin, reference, receipt }) => ({
      subject: `${brand}: ${reference}`,
      text: `We have what you sent us. Your reference is ${reference}.\n\nWhat happens next:\n${origin}/requests/received/${receipt}\n\nIf you do not want to hear from us, tell us here:\n${origin}${withdrawalPath(receipt)}\n`,
    }),
  },
} as const satisfies Record<string, Message>;

export type MessageName = keyof typeof MESSAGES;

export const MESSAGE_NAMES = Object.keys(MESSAGES) as MessageName[];

/** What somebody reads who answers HELP to a text message. */
export const helpReply = ({ brand, origin }: Pick<Around, 'brand' | 'origin'>): string =>
  `${brand}: you get messages because you asked for one at ${origin}/ Message and data rates may apply. Reply STOP to end.`;
