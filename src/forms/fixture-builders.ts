/** A payload of a form, in the shape of the JSON API without `callToAction`. */
export interface SubmissionFixture {
  /** Describes the payload, for the title of a test. */
  title: string;
  answers: unknown;
  consent?: unknown;
  voicemail?: unknown;
}

/** A payload that must be refused, with the names of the fields that get an error. */
export interface RefusedFixture extends SubmissionFixture {
  names: string[];
}

/** Payloads that a form must accept and refuse. Tests run them through its schema and a real database. */
export interface FormFixtures {
  accepted: SubmissionFixture[];
  refused: RefusedFixture[];
}

/** Placeholder for a slot that is on offer while a test runs. */
export const OFFERED_SLOT_PLACEHOLDER = 'an offered slot';

/** Returns a fixture with its slot placeholder replaced by a slot on offer. */
export const fillInSlot = <F extends SubmissionFixture>(fixture: F, slot: string): F =>
  JSON.parse(
    JSON.stringify(fixture).replaceAll(`"${OFFERED_SLOT_PLACEHOLDER}"`, JSON.stringify(slot)),
  );

/** Consent to the first version of the consent text, given or not. */
export const consentFixture = (given: boolean) => ({ text: 'text-messages', version: 1, given });

/** Values that every text field refuses. */
const INVALID_TEXTS = [
  ['empty', ''],
  ['spaces only', ' \t\n '],
  ['only invisible characters', '\u200b\u2060'],
  ['control characters only', '\u0000\u0007'],
  ['only a lone surrogate', '\ud800'],
  ['a number', 42],
  ['a list', ['Ann']],
  ['an object', { $gt: '' }],
  ['null', null],
] as const;

const INVALID_PHONES = [
  ...INVALID_TEXTS,
  ['too short', '555-0123'],
  ['letters', 'call me'],
  ['a number inside a sentence', 'my number is (212) 555-0123, call me'],
  ['a country code without a number', '+44 1'],
  ['too long', `212 555 0123${' '.repeat(100)}x9`],
  ['two numbers', '212 555 0123 or 212 555 0124'],
  ['a word that is no label', '212 555 0123 please'],
  ['a NUL inside', '212\u0000555 0123'],
] as const;

const INVALID_EMAILS = [
  ...INVALID_TEXTS,
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

const INVALID_NAMES = [...INVALID_TEXTS, ['too long', 'A'.repeat(121)]] as const;

const INVALID_VALUES = { name: INVALID_NAMES, phone: INVALID_PHONES, email: INVALID_EMAILS };

/** Returns valid answers with each given field missing, and with each invalid value of that field. */
export const invalidFieldFixtures = (
  valid: Record<string, unknown>,
  fields: readonly (keyof typeof INVALID_VALUES)[],
): RefusedFixture[] =>
  fields.flatMap((field) => {
    const { [field]: _, ...others } = valid;
    return [
      { title: `${field}: missing`, answers: others, names: [field] },
      ...INVALID_VALUES[field].map(([title, value]) => ({
        title: `${field}: ${title}`,
        answers: { ...valid, [field]: value },
        names: [field],
      })),
    ];
  });

/** Payloads without an object of answers. */
export const MISSING_ANSWERS_FIXTURES: RefusedFixture[] = [
  { title: 'no answers', answers: undefined, names: [''] },
  { title: 'null for answers', answers: null, names: [''] },
  { title: 'a list of answers', answers: [], names: [''] },
];

/** Returns valid answers with one field more that no form has. */
export const extraFieldFixtures = (valid: Record<string, unknown>): RefusedFixture[] => [
  { title: 'an unknown field', answers: { ...valid, priority: 'high' }, names: [''] },
  { title: 'a field of the collection', answers: { ...valid, status: 'closed' }, names: [''] },
  {
    title: 'the prototype',
    answers: JSON.parse(`{"__proto__":{"status":"closed"},${JSON.stringify(valid).slice(1)}`),
    names: [''],
  },
];

/** Returns valid answers with valid and invalid contact wishes. */
export function contactWishesFixtures(valid: Record<string, unknown>): FormFixtures {
  const wishes = (title: string, contactWishes: unknown) => ({
    title: `contact wishes: ${title}`,
    answers: { ...valid, contactWishes },
  });
  const names = ['contactWishes'];
  return {
    accepted: [
      wishes(
        'two lines',
        'Do not say who is calling.\r\nAsk for “Ann” & say <b>nothing</b> {{x}} $ne',
      ),
      wishes('the longest', 'é'.repeat(500)),
      wishes('characters that nobody can type', 'Only\u0000 in the\ud800 morning\u202e'),
    ],
    refused: [
      { ...wishes('too long', 'x'.repeat(501)), names },
      { ...wishes('a list', ['Call late']), names },
      { ...wishes('an object', { $gt: '' }), names },
      { ...wishes('a number', 42), names },
    ],
  };
}

/** Email addresses as pasted from a clipboard or a contact card, and with international domains. */
export const EMAIL_ADDRESSES = [
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

/** Phone numbers as people in the United States and elsewhere type them, and as pasted from a contact card. */
export const PHONE_NUMBERS = [
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
