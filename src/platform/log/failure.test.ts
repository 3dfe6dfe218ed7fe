import { expect, it } from 'vitest';
import { failureOf } from './failure.ts';

const TYPED = 'Ann Canary';

it('contains the name, the code and the frames of an error, but not its message', () => {
  const error = Object.assign(new TypeError(`No ${TYPED}`), { code: 'E_TYPE' });
  const failure = failureOf(error);
  expect(failure).toMatchObject({ name: 'TypeError', code: 'E_TYPE' });
  expect(failure.frames?.[0]).toContain('src/platform/log/failure.test.ts:');
  expect(JSON.stringify(failure)).not.toContain(TYPED);
});

it('describes the cause in the same way', () => {
  const cause = Object.assign(new RangeError(TYPED), { code: 11000 });
  const failure = failureOf(new Error('Outside', { cause }));
  expect(failure.cause).toMatchObject({ name: 'RangeError', code: 11000 });
  expect(JSON.stringify(failure)).not.toContain(TYPED);
});

it.each([
  ['a message that looks like frames', new Error(`x\n    at ${TYPED} (${process.cwd()}/a.ts:1:1)`)],
  [
    'a message of frames that was changed later',
    withChangedMessage(`\n    at ${TYPED} (/a.ts:1:1)`),
  ],
  ['a name', Object.assign(new Error('x'), { name: TYPED })],
  ['a code', Object.assign(new Error('x'), { code: `${TYPED}, 212 555 0142` })],
  ['a code that is an object', Object.assign(new Error('x'), { code: { value: TYPED } })],
  ['a text that was thrown', TYPED],
  ['an object that was thrown', { message: TYPED }],
  ['an error that is its own cause', withItselfAsCause()],
])('does not repeat %s', (_, error) => {
  expect(JSON.stringify(failureOf(error))).not.toContain(TYPED);
});

function withChangedMessage(message: string): Error {
  const error = new Error(message);
  error.message = 'changed';
  return error;
}

function withItselfAsCause(): Error {
  const error = new Error(TYPED);
  error.cause = error;
  return error;
}
