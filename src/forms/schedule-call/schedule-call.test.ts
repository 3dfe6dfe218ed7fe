// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { formSuite } from '#tests/helpers/form-suite.tsx';
import { showForm } from '#tests/helpers/shown-form.tsx';
import * as fixtures from './fixtures.ts';

formSuite('schedule-call', fixtures);

it('says what else can be done where no time is free', () => {
  const otherwise = { label: 'Ask for a call', href: '/requests/request-call' };
  const words = (own: object) => {
    const field = showForm('schedule-call', { days: [], ...own }).querySelector('[data-slots]');
    return { text: field?.textContent, href: field?.querySelector('a')?.getAttribute('href') };
  };
  expect(words({ otherwise })).toEqual({
    text: expect.stringContaining('look again tomorrow, or leave your number: Ask for a call'),
    href: otherwise.href,
  });
  expect(words({})).toEqual({
    text: expect.stringContaining('Call us, or look again tomorrow.'),
    href: undefined,
  });
});

it('asks for the time that was chosen, whatever the words that led to the form', () => {
  const button = showForm('schedule-call').querySelector('button');
  expect(button?.textContent).toBe('Ask for this time');
});
