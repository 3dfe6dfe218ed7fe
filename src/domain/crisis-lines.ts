/** A phone line that answers at any hour. `tel` and `sms` are the digits that a phone dials. */
export interface CrisisLine {
  name: string;
  /** The name in a word or two, for the top of a page, where all lines share one row. */
  shortName?: string;
  /** When to call it, in words that can follow the name. */
  when: string;
  tel: string;
  /** The number as people write it. */
  number: string;
  sms?: string;
  chat?: string;
  /** The number for a teletypewriter (TTY), as people write it. */
  tty?: string;
}

/**
 * The national crisis lines of the United States. They seed a new database, and are on every page that is
 * rendered without a database.
 *
 * Sources: 988 Suicide & Crisis Lifeline; SAMHSA National Helpline.
 */
export const CRISIS_LINES: readonly CrisisLine[] = [
  {
    name: 'Emergency',
    when: 'Someone is in danger, has overdosed or cannot be woken',
    tel: '911',
    number: '911',
  },
  {
    name: '988 Suicide & Crisis Lifeline',
    shortName: 'Crisis line',
    when: 'You are thinking about suicide, or need someone to talk to right now',
    tel: '988',
    number: '988',
    sms: '988',
    chat: 'https://988lifeline.org/chat/',
  },
  {
    name: 'SAMHSA National Helpline',
    shortName: 'Treatment helpline',
    when: 'You want to know where to find treatment; free, confidential, day and night',
    tel: '+18006624357',
    number: '1-800-662-4357',
    tty: '1-800-487-4889',
  },
];
