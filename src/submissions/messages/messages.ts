import { channelWithdrawalPath } from '#domain/addresses.ts';

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
  /** Shows that the message reached the phone or the mailbox that it is sent to. */
  proof: string;
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

const stopping = ({ origin, receipt, proof }: About): string =>
  `${origin}${channelWithdrawalPath(receipt, proof)}`;

/** To coordinators: that a request is waiting, or how many are, and nothing else of them. */
export function requestsWaiting(submissions: readonly string[], origin: string): Mail {
  const [one, ...others] = submissions;
  const subject =
    others.length === 0 ? 'A request is waiting' : `${submissions.length} requests are waiting`;
  const list = `${origin}/admin/collections/form-submissions`;
  return {
    subject,
    text: paragraphs(`${subject}:`, others.length === 0 ? `${list}/${one}` : list),
  };
}

/**
 * Every message there is. Others may read along, on a lock screen or in a shared mailbox: none says a
 * name, a number to be called at, a topic, or what the site is about.
 */
export const MESSAGES = {
  'request-waiting': {
    to: 'coordinators',
    channel: 'mail',
    words: ({ origin, submission }) => requestsWaiting([submission], origin),
  },
  'visitor-information': {
    to: 'visitor',
    channel: 'text',
    line: 'A text message was sent.',
    words: (about) =>
      `${about.brand}: what you asked for is at ${about.origin}/articles. For no more calls or texts: ${stopping(about)}. Reply STOP for no more messages, HELP for help.`,
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
        `If you change your mind, you can take back all you asked for with this address, so that nobody writes to you again:\n${stopping(about)}`,
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
