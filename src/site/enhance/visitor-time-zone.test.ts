// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { findControl, renderForm } from '#tests/helpers/render-form.tsx';
import { applyVisitorTimeZone } from './visitor-time-zone.ts';

// The tests run in Pacific/Chatham, 18 hours and 45 minutes ahead of New York in November.
test('shows time slots in the zone of the visitor, with its name, and the day if it differs', () => {
  const form = renderForm('schedule-call');
  applyVisitorTimeZone(form);
  expect(form.querySelector('time')?.textContent).toBe('Thursday, November 26, 3:45 AM');
  expect(form.querySelector('[data-zone]')?.textContent).toBe('Chatham Time');
  expect(findControl(form, 'slot').value).toBe('2026-11-25T14:00:00.000Z');
});

test('leaves slots alone that the server rendered in that zone', () => {
  const form = renderForm('schedule-call', { timeZone: 'Pacific/Chatham' });
  applyVisitorTimeZone(form);
  expect(form.querySelector('time')?.textContent).toBe('9:00 AM');
});

test.each(['schedule-call', 'request-call'] as const)(
  'submits the zone with a form to %s',
  (kind) => {
    const form = renderForm(kind);
    applyVisitorTimeZone(form);
    form.dispatchEvent(new Event('submit'));
    expect(findControl(form, 'timeZone').value).toBe('Pacific/Chatham');
  },
);
