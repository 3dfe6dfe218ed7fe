import { withdrawalPath } from '#domain/addresses.ts';

/** What the words of a message are made of; nothing by which anybody could be found. */
export interface About {
  /** The name of the site. */
  brand: string;
  /** The public origin of the site. */
  origin: string;
  /** The id of the request. */
  submission: string;
  reference: string;
  receipt: string;
}

export interface Mail {
  subject: string;
  text: string;
}

interface Told {
  to: 'coordinators' | 'visitor';
  /** The line of the timeline that tells of it. */
  line?: string;
}

export type Message =
  | (Told & { channel: 'mail'; words: (about: About) => Mail })
  | (Told & { channel: 'text'; words: (about: About) => string });

const paragraphs = (...lines: string[]): string => `${lines.join('\n\n')}\n`;

const withdrawal = ({ origin, receipt }: About): string => `${origin}${withdrawalPath(receipt)}`;

/**
 * Every message there is. Others may read along, on a lock screen or in a shared mailbox: none says a
 * name, a number to be called at, a topic, or what the site is about.
 */
export const MESSAGES = {
  'request-waiting': {
    to: 'coordinators',
    channel: 'mail',
    words: ({ origin, submission }) => ({
      subject: 'A request is waiting',
      text: paragraphs(
        'A request is waiting:',
        `${origin}/admin/collections/form-submissions/${submission}`,
      ),
    }),
  },
  'visitor-information': {
    to: 'visitor',
    channel: 'text',
    line: 'A text message was sent.',
    words: (about) =>
      `${about.brand}: what you asked for is at ${about.origin}/articles. To take your request back: ${withdrawal(about)}. Reply STOP for no more messages, HELP for help.`,
  },
  'visitor-receipt': {
    to: 'visitor',
    channel: 'mail',
    line: 'A receipt was sent by email.',
    words: (about) => ({
      subject: `We have your request ${about.reference}`,
      text: paragraphs(
        `${about.brand} has your request. Its reference is ${about.reference}.`,
        'A person will read it and get back to you in the way that you chose. You do not have to do anything.',
        `If you change your mind, you can take your request back here:\n${withdrawal(about)}`,
        'You get this because somebody asked for it with your address. Nobody reads what is sent back to it.',
      ),
    }),
  },
} satisfies Record<string, Message>;

/** What answers a text message that asks for help; the one message that is no job, for it goes with the answer. */
export const helpReply = ({ brand, origin }: Pick<About, 'brand' | 'origin'>): string =>
  `${brand}: for information and our phone number go to ${origin}. To get no more messages, reply STOP. For this text, reply HELP.`;

export type MessageName = keyof typeof MESSAGES;

export const MESSAGE_NAMES = Object.keys(MESSAGES) as MessageName[];

/** The messages that go to visitors. */
export const TO_VISITOR = MESSAGE_NAMES.filter((name) => MESSAGES[name].to === 'visitor');

export const messageNamed = (name: MessageName): Message => MESSAGES[name];
