import type { CallToActionSeed } from '../seed-types.ts';

export const CALLS_TO_ACTION: CallToActionSeed[] = [
  {
    slug: 'request-call',
    kind: 'request-call',
    heading: 'Would you like someone to call you?',
    text: 'A coordinator calls you, listens, and tells you what the next step could be. The call costs nothing. You do not have to agree to anything.',
    button: 'Ask for a call',
  },
  {
    slug: 'text-info',
    kind: 'text-info',
    heading: 'Not ready to talk?',
    text: 'We can send you information about treatment by text message, to read when you are alone. We charge nothing for it, and you can stop it at any time by replying STOP.',
    button: 'Get information by text',
  },
  {
    slug: 'request-meeting',
    kind: 'request-meeting',
    heading: 'Would you rather meet someone?',
    text: 'Leave your name and a way to reach you. A coordinator will be in touch to find a time and a place with you. Meeting us costs nothing and binds you to nothing.',
    button: 'Ask for a meeting',
  },
  {
    slug: 'schedule-call',
    kind: 'schedule-call',
    heading: 'A 15-minute call, when it suits you',
    text: 'Choose a time, and a coordinator calls you then. Fifteen minutes are enough to ask your first questions. The call costs nothing, and you decide what happens after it.',
    button: 'Choose a time',
  },
  {
    slug: 'let-us-help',
    kind: 'let-us-help',
    heading: 'Let us help you',
    text: 'Tell us how to reach you and, if you like, what is on your mind. A coordinator will be in touch. It costs nothing, and you can say no to anything we suggest.',
    button: 'Let us help',
  },
];
