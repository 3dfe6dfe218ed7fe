import { JSDOM } from 'jsdom';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import { axeProblems } from '#tests/helpers/axe.ts';
import { RestoredForm } from './restored-form.tsx';
import { type Typed, typedIn } from './typed.ts';

const typed: Typed = {
  key: 'a-key',
  name: 'Ann "<b>" O’Hara',
  phone: '12',
  message: '\nTwo\nlines </textarea>',
  contactWishes: 'Ask for Ann.',
  email: ['one@example.org', 'two@example.org'],
  'question-1': ['Near my home', 'A doctor'],
  consent: 'yes',
};

const html = renderToStaticMarkup(
  <RestoredForm action="/requests/request-call" typed={typed} crisisLines={CRISIS_LINES} />,
);

test('all that was sent can be sent again', () => {
  const { window } = new JSDOM(html);
  const form = window.document.querySelector('form');
  expect(form?.getAttribute('action')).toBe('/requests/request-call');
  const entries = [...new window.FormData(form ?? undefined)];
  expect(typedIn(entries.map(([name, value]) => [name, String(value)]))).toEqual(typed);
});

test('what a person would want to look at again is in sight', () => {
  expect(html).toContain('Your name');
  expect(html).toContain('Your message');
  expect(html).toContain('Anything we should know before we contact you?');
});

test('the crisis lines come before all that is asked', () => {
  const before = html.split('<label')[0];
  for (const { tel } of CRISIS_LINES) expect(before).toContain(`href="tel:${tel}"`);
});

test('axe finds nothing', async () => {
  expect(await axeProblems(html)).toEqual([]);
}, 30_000);
