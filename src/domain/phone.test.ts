import { expect, it } from 'vitest';
import { CRISIS_LINES } from './crisis-lines.ts';
import { phoneSchema, telHref, toE164 } from './phone.ts';

it.each([
  ['(212) 555-0142', 'tel:+12125550142'],
  ['+49 30 901820', 'tel:+4930901820'],
  ['212 555 0142 ext. 7', 'tel:+12125550142;ext=7'],
  ['9-1-1', 'tel:911'],
  ['tel:+12125550152 (mobile)', 'tel:+12125550152'],
])('links %s as %s', (typed, href) => {
  expect(telHref(typed)).toBe(href);
});

it('links the crisis lines with their digits unchanged', () => {
  expect(CRISIS_LINES.map(({ tel }) => telHref(tel))).toEqual(
    CRISIS_LINES.map(({ tel }) => `tel:${tel}`),
  );
});

/** Numbers in E.164, each followed by other ways to write it. */
const NUMBERS: [e164: string, ...others: string[]][] = [
  [
    '+12125550152',
    '212 555 0152',
    '(212) 555-0152',
    '212.555.0152',
    '1-212-555-0152',
    '001 212 555 0152',
    '011 1 212 555 0152',
    '２１２ ５５５ ０１５２',
    '212‑555–0152',
  ],
  ['+17875550123', '787-555-0123', '+1 (787) 555 0123', '+ 1 787 555 0123'],
  [
    '+442079460958',
    '+44 20 7946 0958',
    '0044 20 7946 0958',
    '+44 (0)20 7946 0958',
    '＋44 20 7946 0958',
  ],
];

/** Characters and text that a clipboard, a link, a contact card or a signature adds to a number. */
const DECORATIONS: [title: string, decorate: (number: string) => string][] = [
  ['nothing', (number) => number],
  ['direction marks', (number) => `\u202a${number}\u202c`],
  ['isolates', (number) => `\u2066${number}\u2069`],
  ['a byte order mark', (number) => `\ufeff${number}`],
  ['zero-width spaces', (number) => [...number].join('\u200b')],
  ['soft hyphens', (number) => number.replaceAll(' ', ' \u00ad')],
  ['spaces that do not break', (number) => number.replaceAll(' ', '\u00a0')],
  ['wide spaces', (number) => `\u3000${number.replaceAll(' ', '\u2009')}\u3000`],
  ['a tab', (number) => `\t${number}\t`],
  ['a link', (number) => `tel:${number}`],
  ['an encoded link', (number) => `tel:${encodeURIComponent(number)}`],
  ['a link to text', (number) => `sms:${number}?body=Hi`],
  ['a context', (number) => `tel:${number};phone-context=+1`],
  ['angle brackets', (number) => `<${number}>`],
  ['quotation marks', (number) => `“${number}”`],
  ['a label', (number) => `Phone: ${number}`],
  ['two labels', (number) => `Mobile phone ${number}`],
  ['a letter', (number) => `T. ${number}`],
  ['a label in brackets', (number) => `(home) ${number}`],
  ['a note', (number) => `${number} (mobile)`],
  ['a note with digits', (number) => `${number} [after 6 pm]`],
  ['a word', (number) => `${number} cell`],
  ['punctuation', (number) => `${number}.,`],
  ['a picture', (number) => `☎️ ${number}`],
  ['an extension', (number) => `${number} ext. 7`],
  ['a short extension', (number) => `${number} x7`],
  ['an extension in a link', (number) => `tel:${number};ext=7`],
];

it.each(DECORATIONS)('reads a number with %s', (_, decorate) => {
  for (const [e164, ...others] of NUMBERS) {
    for (const number of [e164, ...others]) {
      const typed = decorate(number);
      expect([typed, toE164(typed)]).toEqual([typed, e164]);
      // The stored value is as typed, and reads as the same number.
      const stored = phoneSchema.parse(typed);
      expect([stored, toE164(stored)]).toEqual([typed.trim(), e164]);
      expect(telHref(typed)).toBe(`tel:${e164}${/(?:ext[.=] ?| x)7/.test(typed) ? ';ext=7' : ''}`);
    }
  }
});

it('rejects long text that is no number within 250 ms', () => {
  const started = performance.now();
  for (const text of ['-', '(', ' ', '+', '<', 'tel:', 'home ', '\u200b']) {
    expect(phoneSchema.safeParse(text.repeat(30_000)).success).toBe(false);
  }
  expect(performance.now() - started).toBeLessThan(250);
});
