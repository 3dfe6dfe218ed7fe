// @vitest-environment jsdom
import { expect, it } from 'vitest';
import type { FormPageState } from '#forms/submission-form.tsx';
import { describeSubmissionForm } from '#tests/helpers/describe-submission-form.tsx';
import { renderForm } from '#tests/helpers/render-form.tsx';
import * as fixtures from './fixtures.ts';

describeSubmissionForm('schedule-call', fixtures);

it('offers an alternative if no slot is free', () => {
  const alternative = { label: 'Ask for a call', href: '/requests/request-call' };
  const renderWithoutSlots = (overrides: Partial<FormPageState>) => {
    const field = renderForm('schedule-call', { days: [], ...overrides }).querySelector(
      '[data-slots]',
    );
    return { text: field?.textContent, href: field?.querySelector('a')?.getAttribute('href') };
  };
  expect(renderWithoutSlots({ alternative })).toEqual({
    text: expect.stringContaining('look again tomorrow, or leave your number: Ask for a call'),
    href: alternative.href,
  });
  expect(renderWithoutSlots({})).toEqual({
    text: expect.stringContaining('Call us, or look again tomorrow.'),
    href: undefined,
  });
});

it('has its own label for the submit button', () => {
  const button = renderForm('schedule-call').querySelector('button');
  expect(button?.textContent).toBe('Ask for this time');
});
