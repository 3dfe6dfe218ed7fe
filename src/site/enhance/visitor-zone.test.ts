// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { control, showForm } from '#tests/helpers/shown-form.tsx';
import { tellZone } from './visitor-zone.ts';

// The tests run in Pacific/Chatham, 18 hours and 45 minutes ahead of New York in November.
test('the times are told in the zone of the visitor, with its name and the day it makes of them', () => {
  const form = showForm('schedule-call');
  tellZone(form);
  expect(form.querySelector('time')?.textContent).toBe('Thursday, November 26, 3:45 AM');
  expect(form.querySelector('[data-zone]')?.textContent).toBe('Chatham Time');
  expect(control(form, 'slot').value).toBe('2026-11-25T14:00:00.000Z');
});

test('what the server told in that zone already stays as it is', () => {
  const form = showForm('schedule-call', { timeZone: 'Pacific/Chatham' });
  tellZone(form);
  expect(form.querySelector('time')?.textContent).toBe('9:00 AM');
});

test.each(['schedule-call', 'request-call'] as const)(
  'a form to %s is sent with the zone',
  (kind) => {
    const form = showForm(kind);
    tellZone(form);
    form.dispatchEvent(new Event('submit'));
    expect(control(form, 'timeZone').value).toBe('Pacific/Chatham');
  },
);
