import { expect, it } from 'vitest';
import { type OutboxJob, requestOf, stateOf } from './state.ts';

const NOW = new Date('2026-11-24T15:00:00.000Z');
const LATER = '2026-11-24T15:30:00.000Z';
const job: OutboxJob = { id: 'x', queue: 'text', createdAt: NOW.toISOString() };

const words = (changes: Partial<OutboxJob>, setUp = true) =>
  stateOf({ ...job, ...changes }, { setUp, now: NOW, zone: 'America/New_York' }).words;

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
])('%j stands as %j', (changes, said) => {
  expect(words(changes)).toBe(said);
});

it('says when it is tried again, in the Site’s time zone', () => {
  expect(words({ waitUntil: LATER })).toMatch(/^Trying again at .*10:30/);
});

it('says when a text goes on that is over the hourly limit', () => {
  expect(words({ waitUntil: LATER, overHourlyLimit: true })).toMatch(
    /^Waiting until .*10:30.*: the hourly limit is reached$/,
  );
});

it('says what is not set up', () => {
  expect(words({}, false)).toBe('Waiting: no text service is set up');
  expect(words({ queue: 'mail' }, false)).toBe('Waiting: no mail server is set up');
});

it('repeats nothing that is not a code', () => {
  for (const message of ['550 no such user ann@example.org', '+12125550123', undefined]) {
    expect(words({ hasError: true, error: { message } })).toBe(
      'Could not be sent: something went wrong on our side',
    );
  }
});

it('knows the request by its id alone', () => {
  expect(requestOf({ input: { submission: 'abc' } })).toBe('abc');
  expect([null, {}, 'abc', { submission: 1 }].map((input) => requestOf({ input }))).toEqual([
    '',
    '',
    '',
    '',
  ]);
});
