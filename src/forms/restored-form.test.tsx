import { JSDOM } from 'jsdom';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import { axeProblems } from '#tests/helpers/axe.ts';
import { type FormValues, parseFormEntries } from './form-values.ts';
import { RestoredForm } from './restored-form.tsx';

const values: FormValues = {
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
  <RestoredForm action="/requests/request-call" values={values} crisisLines={CRISIS_LINES} />,
);

test('sends all values again', () => {
  const { window } = new JSDOM(html);
  const form = window.document.querySelector('form');
  expect(form?.getAttribute('action')).toBe('/requests/request-call');
  const entries = [...new window.FormData(form ?? undefined)];
  expect(parseFormEntries(entries.map(([name, value]) => [name, String(value)]))).toEqual(values);
});

test('shows the visible fields', () => {
  expect(html).toContain('Your name');
  expect(html).toContain('Your message');
  expect(html).toContain('Anything we should know before we contact you?');
});

test('shows the crisis lines before the first field', () => {
  const beforeFirstField = html.split('<label')[0];
  for (const { tel } of CRISIS_LINES) expect(beforeFirstField).toContain(`href="tel:${tel}"`);
});

test('has no axe violations', async () => {
  expect(await axeProblems(html)).toEqual([]);
}, 30_000);
