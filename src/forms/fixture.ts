/** What could be sent to a form, in the shape of the JSON door but for the call to action. */
export interface SentFixture {
  /** What it is about, for the name of a test. */
  title: string;
  answers: unknown;
  consent?: unknown;
  voicemail?: unknown;
}

/** What must be turned away, with the names of the fields that are told. */
export interface RefusedFixture extends SentFixture {
  names: string[];
}

/** What a form must take and what it must turn away: run through its schema and a real database. */
export interface FormFixtures {
  accepted: SentFixture[];
  refused: RefusedFixture[];
}

/** Stands for a time that is offered while a test runs. */
export const AN_OFFERED_SLOT = 'an offered slot';

/** The fixture with a time that is really offered in the place of the mark. */
export const withSlot = <F extends SentFixture>(fixture: F, slot: string): F =>
  JSON.parse(JSON.stringify(fixture).replaceAll(`"${AN_OFFERED_SLOT}"`, JSON.stringify(slot)));

/** The first consent text, ticked or not. */
export const consent = (given: boolean) => ({ text: 'text-messages', version: 1, given });

/** What no field of text takes. */
const NO_TEXT = [
  ['empty', ''],
  ['spaces only', ' \t\n '],
  ['nothing to see', '\u200b\u2060'],
  ['control characters only', '\u0000\u0007'],
  ['half a pair only', '\ud800'],
  ['a number', 42],
  ['a list', ['Ann']],
  ['an object', { $gt: '' }],
  ['null', null],
] as const;

const NO_PHONE = [
  ...NO_TEXT,
  ['too short', '555-0123'],
  ['letters', 'call me'],
  ['a number inside a sentence', 'my number is (212) 555-0123, call me'],
  ['a country code without a number', '+44 1'],
  ['too long', `212 555 0123${' '.repeat(100)}x9`],
  ['two numbers', '212 555 0123 or 212 555 0124'],
  ['a word that is no label', '212 555 0123 please'],
  ['a NUL inside', '212\u0000555 0123'],
] as const;

const NO_EMAIL = [
  ...NO_TEXT,
  ['without an at sign', 'ann.example.org'],
  ['two addresses', 'ann@example.org, bob@example.org'],
  ['a line end inside', 'ann@example.org\nBcc: bob@example.org'],
  ['a NUL inside', 'ann\u0000@example.org'],
  ['too long', `${'a'.repeat(60)}@${'b.'.repeat(110)}example.org`],
  ['a long name before the at sign', `${'a'.repeat(65)}@example.org`],
  ['other letters before the at sign', 'zoë@example.org'],
  ['a domain of one word', 'ann@localhost'],
  ['an IP address', 'ann@127.1'],
  ['a path behind the domain', 'ann@example.org/x'],
  ['two addresses in brackets', 'Ann <ann@example.org>, <bob@example.org>'],
] as const;

const NO_NAME = [...NO_TEXT, ['too long', 'A'.repeat(121)]] as const;

const WRONG = { name: NO_NAME, phone: NO_PHONE, email: NO_EMAIL };

/** The good answers with each of these fields wrong in every way, and missing. */
export const wrongOneByOne = (
  good: Record<string, unknown>,
  fields: readonly (keyof typeof WRONG)[],
): RefusedFixture[] =>
  fields.flatMap((field) => {
    const { [field]: _, ...others } = good;
    return [
      { title: `${field}: missing`, answers: others, names: [field] },
      ...WRONG[field].map(([title, value]) => ({
        title: `${field}: ${title}`,
        answers: { ...good, [field]: value },
        names: [field],
      })),
    ];
  });

/** Answers that are no answers to any form. */
export const NO_ANSWERS: RefusedFixture[] = [
  { title: 'no answers', answers: undefined, names: [''] },
  { title: 'null for answers', answers: null, names: [''] },
  { title: 'a list of answers', answers: [], names: [''] },
];

/** The good answers with something that no form asks for. */
export const andMore = (good: Record<string, unknown>): RefusedFixture[] => [
  { title: 'an unknown field', answers: { ...good, priority: 'high' }, names: [''] },
  { title: 'a field of the collection', answers: { ...good, status: 'closed' }, names: [''] },
  {
    title: 'the prototype',
    answers: JSON.parse(`{"__proto__":{"status":"closed"},${JSON.stringify(good).slice(1)}`),
    names: [''],
  },
];

/** The good answers with wishes for the contact, as they may be and as they may not. */
export function withWishes(good: Record<string, unknown>): FormFixtures {
  const wishes = (title: string, contactWishes: unknown) => ({
    title: `contact wishes: ${title}`,
    answers: { ...good, contactWishes },
  });
  const names = ['contactWishes'];
  return {
    accepted: [
      wishes(
        'two lines',
        'Do not say who is calling.\r\nAsk for “Ann” & say <b>nothing</b> {{x}} $ne',
      ),
      wishes('the longest', 'é'.repeat(500)),
      wishes('signs that nobody types', 'Only\u0000 in the\ud800 morning\u202e'),
    ],
    refused: [
      { ...wishes('too long', 'x'.repeat(501)), names },
      { ...wishes('a list', ['Call late']), names },
      { ...wishes('an object', { $gt: '' }), names },
      { ...wishes('a number', 42), names },
    ],
  };
}

/** Addresses as a clipboard and a contact card bring them, and in the writing of any domain. */
export const ADDRESSES = [
  'sam@münchen.example',
  'sam@xn--mnchen-3ya.example',
  'ivan@почта.рф',
  'sam\u200b@example.org',
  '\u2068sam@exam\u00adple.org\u2069',
  'sam＠example．org',
  'Sam <sam@example.org>',
  '“Sam O.” <sam@example.org>;',
  'mailto:sam%2Bcare@example.org?subject=Hello',
  'Email: sam@example.org',
  'sam@example.org (work)',
  'sam@example.org.',
  "o'brien&co@example.org",
];

/** Numbers as people in the United States and elsewhere type them, and as a contact card brings them. */
export const NUMBERS = [
  '(212) 555-0123 x9',
  '212.555.0123',
  '2125550123',
  '+1 212 555 0123',
  '+44 20 7946 0958',
  '\u202a(212) 555-0123\u202c',
  '212\u200b555\u00ad0123',
  '２１２（５５５）０１２３',
  'tel:+12125550152',
  'tel:%2B1-212-555-0152;ext=7',
  'sms:+12125550152?body=Hello',
  '001 212 555 0153',
  '212 555 0154 (mobile)',
  'Mobile phone: 212 555 0154',
  '212 555 0155 ext 7',
  '212 555 0155 x7',
];
