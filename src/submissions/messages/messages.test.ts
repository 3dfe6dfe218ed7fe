import { expect, it } from 'vitest';
import {
  getMessage,
  MESSAGE_NAMES,
  type MessageData,
  renderDigest,
  renderHelpReply,
} from './messages.ts';

const DATA: MessageData = {
  brand: 'Brandname',
  origin: 'https://example.org',
  submission: '65f0c0ffee65f0c0ffee65f0',
  reference: 'TC-7K4M-92Q',
  receipt: 'AbCdEfGhIjKlMnOpQrStUv',
  proof: 'ZyXwVuTsRqPoNmLkJiHgFe',
};

/** Words that would reveal something to a person who reads over the visitor's shoulder. */
const FORBIDDEN =
  /treat|rehab|recover|detox|addict|substance|drug|alcohol|drink|sober|clinic|care|counsel|therap|outpatient|program|health|medical|crisis|overdose|opioid|relapse|insurance|withdrawal/i;

const rendered = MESSAGE_NAMES.map((name) => {
  const message = getMessage(name).render(DATA);
  return {
    name,
    text: typeof message === 'string' ? message : `${message.subject}\n${message.text}`,
  };
});

const help = { name: 'the reply to HELP', text: renderHelpReply(DATA) };

it.each([...rendered, help])('$name reveals nothing about its recipient', ({ text }) => {
  expect(text).not.toMatch(FORBIDDEN);
  // No phone number. References and the ids in links may contain digits.
  expect(text.replace(/https:\S+|TC-\S+/g, '')).not.toMatch(/\d/);
});

it.each(rendered)(
  '$name has a link that stops all contact if it goes to a visitor, and only then',
  ({ name, text }) => {
    const link = `https://example.org/withdraw/${DATA.receipt}/${DATA.proof}`;
    expect(text.includes(link)).toBe(getMessage(name).to === 'visitor');
  },
);

it('the mail about one submission has a link to it in the admin and nothing else', () => {
  expect(rendered.find(({ name }) => name === 'request-waiting')?.text).toBe(
    `A request is waiting\nA request is waiting:\n\nhttps://example.org/admin/collections/form-submissions/${DATA.submission}\n`,
  );
});

it('the mail about several submissions has their number and a link to the list', () => {
  const { subject, text } = renderDigest(['a', 'b', 'c'], DATA.origin);
  expect(`${subject}${text}`).not.toMatch(FORBIDDEN);
  expect(subject).toBe('3 requests are waiting');
  expect(text).toBe(
    '3 requests are waiting:\n\nhttps://example.org/admin/collections/form-submissions\n',
  );
});

it('text messages say who sends them, how to stop them and how to get help', () => {
  const texts = rendered.filter(({ name }) => getMessage(name).channel === 'text');
  for (const { text } of [...texts, help]) {
    expect(text).toMatch(/^Brandname: .*\bSTOP\b.*\bHELP\b/);
  }
});
