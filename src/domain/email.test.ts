import { expect, it } from 'vitest';
import { emailKey, emailSchema, mailHref, normalizeEmail } from './email.ts';

it.each([
  ['sam@example.org', 'sam@example.org'],
  ['Sam.O@Example.ORG', 'Sam.O@example.org'],
  ['sam@münchen.example', 'sam@xn--mnchen-3ya.example'],
  ['sam@MÜNCHEN。example', 'sam@xn--mnchen-3ya.example'],
  ['ivan@почта.рф', 'ivan@xn--80a1acny.xn--p1ai'],
  ['sam+care@sub.example.co.uk', 'sam+care@sub.example.co.uk'],
])('normalizes %s to %s', (typed, address) => {
  expect(normalizeEmail(typed)).toBe(address);
  expect(normalizeEmail(address)).toBe(address);
});

/** Characters and text that a clipboard, a link or a contact card adds to an address. */
const DECORATIONS: [title: string, decorate: (address: string) => string][] = [
  ['a zero-width space', (address) => address.replace('@', '\u200b@')],
  ['isolates', (address) => `\u2068${address}\u2069`],
  ['a byte order mark', (address) => `\ufeff${address}`],
  ['a soft hyphen', (address) => address.replace('.', '.\u00ad')],
  ['a wide at sign', (address) => address.replace('@', '＠')],
  ['spaces', (address) => `\u00a0 ${address}\u3000`],
  ['a link', (address) => `mailto:${address}`],
  ['an encoded link', (address) => `mailto:${encodeURIComponent(address)}?subject=Hi`],
  ['angle brackets', (address) => `<${address}>`],
  ['a name', (address) => `Sam Ö <${address}>`],
  ['a quoted name', (address) => `"O, Sam" <${address}>,`],
  ['a name and a link', (address) => `Sam <mailto:${address}>`],
  ['a label', (address) => `E-mail: ${address}`],
  ['a note', (address) => `${address} (work)`],
  ['punctuation', (address) => `${address}.;`],
];

it.each(DECORATIONS)('reads an address with %s, and stores it as typed', (_, decorate) => {
  for (const address of ['sam@example.org', 'sam+care@münchen.example', "o'brien&co@example.org"]) {
    const typed = decorate(address);
    expect([typed, normalizeEmail(typed)]).toEqual([typed, normalizeEmail(address)]);
    expect(emailSchema.parse(typed)).toBe(typed.trim());
    expect(mailHref(typed)).toBe(mailHref(address));
  }
});

it('gives a mailbox the same key in upper and lower case', () => {
  expect(emailKey('SAM@Example.org')).toBe('sam@example.org');
  expect(emailKey('Sam <sam@MÜNCHEN.example>')).toBe('sam@xn--mnchen-3ya.example');
  expect(emailKey(' No Address ')).toBe('no address');
});

it('names the letters that are allowed before the at sign', () => {
  const { error } = emailSchema.safeParse('zoë@example.org');
  expect(error?.issues.map(({ message }) => message)).toEqual([
    'Use plain letters and digits before the @, like name@example.org',
  ]);
});

it('rejects long text that is no address within 250 ms', () => {
  const started = performance.now();
  for (const text of ['a@', '<', ' ', '.', 'mailto:', '\u200b', 'a.']) {
    expect(emailSchema.safeParse(text.repeat(15_000)).success).toBe(false);
  }
  expect(performance.now() - started).toBeLessThan(250);
});
