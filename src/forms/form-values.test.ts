import { expect, test } from 'vitest';
import { firstValueOf, parseFormEntries, toSubmissionPayload, valuesOf } from './form-values.ts';

test('collects the values of a repeated name in an array', () => {
  const values = parseFormEntries([
    ['a', '1'],
    ['b', '2'],
    ['a', '3'],
    ['a', '4'],
  ]);
  expect(values).toEqual({ a: ['1', '3', '4'], b: '2' });
  expect(firstValueOf(values, 'a')).toBe('1');
  expect(valuesOf(values, 'b')).toEqual(['2']);
});

test('treats names of inherited properties like any other name', () => {
  const values = parseFormEntries([
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ]);
  expect(Object.entries(values)).toEqual([
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ]);
  expect(firstValueOf({}, 'constructor')).toBeUndefined();
  expect(valuesOf({}, '__proto__')).toEqual([]);
});

test('separates the spam signals from the answers', () => {
  const submission = toSubmissionPayload(
    parseFormEntries([
      ['name', 'Ann'],
      ['website', ''],
      ['rendered', 'a-token'],
      ['proof', 'a-proof'],
      ['proof', 'another'],
    ]),
    'request-call',
  );
  expect(submission.answers).toEqual({ name: 'Ann' });
  expect(submission.signals).toEqual({ rendered: 'a-token', proof: 'a-proof' });
});

test('separates meta fields from the answers, and drops empty answers', () => {
  const submission = toSubmissionPayload(
    parseFormEntries([
      ['key', 'k'],
      ['step', ''],
      ['from', '/articles/a'],
      ['locale', 'en'],
      ['timeZone', 'America/Chicago'],
      ['name', 'Ann'],
      ['message', ''],
      ['question-1', 'a'],
      ['question-1', 'b'],
      ['voicemail', 'yes'],
      ['consentText', 'text-messages'],
      ['consentVersion', '2'],
    ]),
    'request-call',
  );
  expect(submission).toEqual({
    callToAction: 'request-call',
    answers: { name: 'Ann', 'question-1': ['a', 'b'] },
    consent: { text: 'text-messages', version: 2, given: false },
    voicemail: true,
    receiptByMail: false,
    page: '/articles/a',
    locale: 'en',
    timeZone: 'America/Chicago',
  });
});
