import { expect, it } from 'vitest';
import { type About, helpReply, MESSAGE_NAMES, messageNamed, requestsWaiting } from './messages.ts';

const ABOUT: About = {
  brand: 'Brandname',
  origin: 'https://example.org',
  submission: '65f0c0ffee65f0c0ffee65f0',
  reference: 'TC-7K4M-92Q',
  receipt: 'AbCdEfGhIjKlMnOpQrStUv',
  proof: 'ZyXwVuTsRqPoNmLkJiHgFe',
};

/** What would give somebody away who is looked over the shoulder. */
const FORBIDDEN =
  /treat|rehab|recover|detox|addict|substance|drug|alcohol|drink|sober|clinic|care|counsel|therap|outpatient|program|health|medical|crisis|overdose|opioid|relapse|insurance|withdrawal/i;

const rendered = MESSAGE_NAMES.map((name) => {
  const words = messageNamed(name).words(ABOUT);
  return { name, text: typeof words === 'string' ? words : `${words.subject}\n${words.text}` };
});

const help = { name: 'the answer to HELP', text: helpReply(ABOUT) };

it.each([...rendered, help])('$name gives nobody away', ({ text }) => {
  expect(text).not.toMatch(FORBIDDEN);
  // No number to call: a reference is none, and neither is an id in a link.
  expect(text.replace(/https:\S+|TC-\S+/g, '')).not.toMatch(/\d/);
});

it.each(rendered)(
  '$name carries a link of its own to stop all contact, if it goes to a visitor',
  ({ name, text }) => {
    const link = `https://example.org/withdraw/${ABOUT.receipt}/${ABOUT.proof}`;
    expect(text.includes(link)).toBe(messageNamed(name).to === 'visitor');
  },
);

it('to coordinators there is a link into the admin and nothing else', () => {
  expect(rendered.find(({ name }) => name === 'request-waiting')?.text).toBe(
    `A request is waiting\nA request is waiting:\n\nhttps://example.org/admin/collections/form-submissions/${ABOUT.submission}\n`,
  );
});

it('of several requests there is their number, and a link to the list', () => {
  const { subject, text } = requestsWaiting(['a', 'b', 'c'], ABOUT.origin);
  expect(`${subject}${text}`).not.toMatch(FORBIDDEN);
  expect(subject).toBe('3 requests are waiting');
  expect(text).toBe(
    '3 requests are waiting:\n\nhttps://example.org/admin/collections/form-submissions\n',
  );
});

it('a text message says who it is from, and how to stop and get help', () => {
  const texts = rendered.filter(({ name }) => messageNamed(name).channel === 'text');
  for (const { text } of [...texts, help]) {
    expect(text).toMatch(/^Brandname: .*\bSTOP\b.*\bHELP\b/);
  }
});
