import { expect, it } from 'vitest';
import { messageStateOf, type OutboxJob, submissionIdOf } from './message-state.ts';

const NOW = new Date('2026-11-24T15:00:00.000Z');
const LATER = '2026-11-24T15:30:00.000Z';
const job: OutboxJob = { id: 'x', queue: 'text', createdAt: NOW.toISOString() };

const textOf = (changes: Partial<OutboxJob>, isConfigured = true) =>
  messageStateOf({ ...job, ...changes }, { isConfigured, now: NOW, timeZone: 'America/New_York' })
    .text;

it.each([
  [{}, 'Waiting'],
  [{ waitUntil: '2026-11-24T14:00:00.000Z' }, 'Waiting'],
  [{ processing: true, leasedUntil: LATER }, 'Being sent'],
  // Its worker has died.
  [{ processing: true, leasedUntil: '2026-11-24T14:00:00.000Z' }, 'Waiting'],
  [
    { hasError: true, error: { message: 'text-21614' } },
    'Could not be sent: the number is not a mobile phone (text-21614)',
  ],
  [
    { hasError: true, error: { message: 'mail-ECONNREFUSED' } },
    'Could not be sent: the mail server did not answer (mail-ECONNREFUSED)',
  ],
  [
    { hasError: true, error: { message: 'mail-550' } },
    'Could not be sent: the mail server refused it (mail-550)',
  ],
])('describes %j as %j', (changes, text) => {
  expect(textOf(changes)).toBe(text);
});

it('says when a message is retried, in the Site’s time zone', () => {
  expect(textOf({ waitUntil: LATER })).toMatch(/^Trying again at .*10:30/);
});

it('says until when a text over the hourly limit waits', () => {
  expect(textOf({ waitUntil: LATER, overHourlyLimit: true })).toMatch(
    /^Waiting until .*10:30.*: the hourly limit is reached$/,
  );
});

it('says which service is not set up', () => {
  expect(textOf({}, false)).toBe('Waiting: no text service is set up');
  expect(textOf({ queue: 'mail' }, false)).toBe('Waiting: no mail server is set up');
});

it('never repeats an error that is not a code', () => {
  for (const message of ['550 no such user ann@example.org', '+12125550123', undefined]) {
    expect(textOf({ hasError: true, error: { message } })).toBe(
      'Could not be sent: something went wrong on our side',
    );
  }
});

it('returns the id of the submission, and an empty string for malformed input', () => {
  expect(submissionIdOf({ input: { submission: 'abc' } })).toBe('abc');
  expect([null, {}, 'abc', { submission: 1 }].map((input) => submissionIdOf({ input }))).toEqual([
    '',
    '',
    '',
    '',
  ]);
});
