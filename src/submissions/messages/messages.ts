import { channelWithdrawalPath } from '#domain/site-paths.ts';

/** The data that messages are rendered with. None of it identifies a person. */
export interface MessageData {
  /** The name of the site. */
  brand: string;
  /** The public origin of the site. */
  origin: string;
  /** Id of the submission. */
  submission: string;
  reference: string;
  receipt: string;
  /** Proves access to the phone or mailbox that the message is sent to; see `createChannelProof`. */
  proof: string;
}

export interface Mail {
  subject: string;
  text: string;
}

interface MessageBase {
  to: 'coordinators' | 'visitor';
  /** Text of the timeline event after sending; without it, none is added. */
  timelineText?: string;
}

export type Message =
  | (MessageBase & { channel: 'mail'; render: (data: MessageData) => Mail })
  | (MessageBase & { channel: 'text'; render: (data: MessageData) => string });

const joinParagraphs = (...paragraphs: string[]): string => `${paragraphs.join('\n\n')}\n`;

const withdrawalUrl = ({ origin, receipt, proof }: MessageData): string =>
  `${origin}${channelWithdrawalPath(receipt, proof)}`;

/**
 * Renders the mail to coordinators about waiting submissions. It has their number and a link, and nothing else.
 * @param submissions their ids
 */
export function renderDigest(submissions: readonly string[], origin: string): Mail {
  const [first, ...others] = submissions;
  const subject =
    others.length === 0 ? 'A request is waiting' : `${submissions.length} requests are waiting`;
  const list = `${origin}/admin/collections/form-submissions`;
  return {
    subject,
    text: joinParagraphs(`${subject}:`, others.length === 0 ? `${list}/${first}` : list),
  };
}

/**
 * All messages. Other people may read them on a lock screen or in a shared mailbox, so none contains a name, a
 * phone number, a topic, or what the site is about.
 */
export const MESSAGES = {
  'request-waiting': {
    to: 'coordinators',
    channel: 'mail',
    render: ({ origin, submission }) => renderDigest([submission], origin),
  },
  'visitor-information': {
    to: 'visitor',
    channel: 'text',
    timelineText: 'A text message was sent.',
    render: (data) =>
      `${data.brand}: what you asked for is at ${data.origin}/articles. For no more calls or texts: ${withdrawalUrl(data)}. Reply STOP for no more messages, HELP for help.`,
  },
  'visitor-receipt': {
    to: 'visitor',
    channel: 'mail',
    timelineText: 'A receipt was sent by email.',
    render: (data) => ({
      subject: `We have your request ${data.reference}`,
      text: joinParagraphs(
        `${data.brand} has your request. Its reference is ${data.reference}.`,
        'A person will read it and get back to you in the way that you chose. You do not have to do anything.',
        `If you change your mind, you can take back all you asked for with this address, so that nobody writes to you again:\n${withdrawalUrl(data)}`,
        'You get this because somebody asked for it with your address. Nobody reads replies to this mail.',
      ),
    }),
  },
} satisfies Record<string, Message>;

/** Renders the reply to a text message that asks for help. Not sent by a job, but in the webhook's HTTP response. */
export const renderHelpReply = ({ brand, origin }: Pick<MessageData, 'brand' | 'origin'>): string =>
  `${brand}: for information and our phone number go to ${origin}. To get no more messages, reply STOP. For this text, reply HELP.`;

export type MessageName = keyof typeof MESSAGES;

export const MESSAGE_NAMES = Object.keys(MESSAGES) as MessageName[];

export const VISITOR_MESSAGES = MESSAGE_NAMES.filter((name) => MESSAGES[name].to === 'visitor');

export const getMessage = (name: MessageName): Message => MESSAGES[name];
