import { expect, test } from 'vitest';
import { firstOf, submissionIn, typedIn, valuesOf } from './typed.ts';

test('a name that comes more than once has a list', () => {
  const typed = typedIn([
    ['a', '1'],
    ['b', '2'],
    ['a', '3'],
    ['a', '4'],
  ]);
  expect(typed).toEqual({ a: ['1', '3', '4'], b: '2' });
  expect(firstOf(typed, 'a')).toBe('1');
  expect(valuesOf(typed, 'b')).toEqual(['2']);
});

test('names that every object has are names like any other', () => {
  const typed = typedIn([
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ]);
  expect(Object.entries(typed)).toEqual([
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ]);
  expect(firstOf({}, 'constructor')).toBeUndefined();
  expect(valuesOf({}, '__proto__')).toEqual([]);
});

test('what speaks for or against a request is told apart from it', () => {
  const request = submissionIn(
    typedIn([
      ['name', 'Ann'],
      ['website', ''],
      ['rendered', 'a-stamp'],
      ['proof', 'a-proof'],
      ['proof', 'another'],
    ]),
    'request-call',
  );
  expect(request.answers).toEqual({ name: 'Ann' });
  expect(request.signals).toEqual({ rendered: 'a-stamp', proof: 'a-proof' });
});

test('what stands beside the answers is no answer, and an empty field is not filled in', () => {
  const request = submissionIn(
    typedIn([
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
  expect(request).toEqual({
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
