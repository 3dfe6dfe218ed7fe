import { expect, it } from 'vitest';
import { email, emailKey, mailHref, normalizeEmail } from './email.ts';

it.each([
  ['sam@example.org', 'sam@example.org'],
  ['Sam.O@Example.ORG', 'Sam.O@example.org'],
  ['sam@münchen.example', 'sam@xn--mnchen-3ya.example'],
  ['sam@MÜNCHEN。example', 'sam@xn--mnchen-3ya.example'],
  ['ivan@почта.рф', 'ivan@xn--80a1acny.xn--p1ai'],
  ['sam+care@sub.example.co.uk', 'sam+care@sub.example.co.uk'],
])('writes to %s at %s', (typed, address) => {
  expect(normalizeEmail(typed)).toBe(address);
  expect(normalizeEmail(address)).toBe(address);
});

/** What a clipboard, a link and a contact card bring along. */
const AROUND: [what: string, around: (address: string) => string][] = [
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

it.each(AROUND)('knows an address with %s around it, and keeps it as typed', (_, around) => {
  for (const address of ['sam@example.org', 'sam+care@münchen.example', "o'brien&co@example.org"]) {
    const typed = around(address);
    expect([typed, normalizeEmail(typed)]).toEqual([typed, normalizeEmail(address)]);
    expect(email.parse(typed)).toBe(typed.trim());
    expect(mailHref(typed)).toBe(mailHref(address));
  }
});

it('knows a mailbox again in whatever case', () => {
  expect(emailKey('SAM@Example.org')).toBe('sam@example.org');
  expect(emailKey('Sam <sam@MÜNCHEN.example>')).toBe('sam@xn--mnchen-3ya.example');
  expect(emailKey(' No Address ')).toBe('no address');
});

it('says which letters cannot stand before the at sign', () => {
  const { error } = email.safeParse('zoë@example.org');
  expect(error?.issues.map(({ message }) => message)).toEqual([
    'Use plain letters and digits before the @, like name@example.org',
  ]);
});

it('takes no time over a text that is no address', () => {
  const started = performance.now();
  for (const sign of ['a@', '<', ' ', '.', 'mailto:', '\u200b', 'a.']) {
    expect(email.safeParse(sign.repeat(15_000)).success).toBe(false);
  }
  expect(performance.now() - started).toBeLessThan(250);
});
