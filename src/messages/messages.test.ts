import { expect, it } from 'vitest';
import { type About, helpReply, MESSAGE_NAMES, messageNamed } from './messages.ts';

const ABOUT: About = {
  brand: 'Brandname',
  origin: 'https://example.org',
  submission: '65f0c0ffee65f0c0ffee65f0',
  reference: 'TC-7K4M-92Q',
  receipt: 'AbCdEfGhIjKlMnOpQrStUv',
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
  '$name carries a link to take the request back, if it goes to a visitor',
  ({ name, text }) => {
    const link = `https://example.org/withdraw/${ABOUT.receipt}`;
    expect(text.includes(link)).toBe(messageNamed(name).to === 'visitor');
  },
);

it('to coordinators there is a link into the admin and nothing else', () => {
  expect(rendered.find(({ name }) => name === 'request-waiting')?.text).toBe(
    `A request is waiting\nA request is waiting:\n\nhttps://example.org/admin/collections/form-submissions/${ABOUT.submission}\n`,
  );
});

it('a text message says who it is from, and how to stop and get help', () => {
  const texts = rendered.filter(({ name }) => messageNamed(name).channel === 'text');
  for (const { text } of [...texts, help]) {
    expect(text).toMatch(/^Brandname: .*\bSTOP\b.*\bHELP\b/);
  }
});
