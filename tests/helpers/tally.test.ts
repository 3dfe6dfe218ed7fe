import { expect, it } from 'vitest';
import { type Report, tally } from './tally.ts';

const file = (status: string, ...tests: string[]): Report['testResults'][number] => ({
  name: 'some.test.ts',
  status,
  assertionResults: tests.map((status) => ({ status, fullName: 'does something' })),
});

const counted = (endedWell: boolean, ...testResults: Report['testResults']) => {
  const said: string[] = [];
  return { ...tally({ testResults }, endedWell, (line) => said.push(line)), said };
};

it('counts what passed and what failed, and says what failed', () => {
  expect(counted(false, file('failed', 'passed', 'failed'), file('passed', 'passed'))).toEqual({
    passed: 2,
    failed: 1,
    said: ['Failed: some.test.ts: does something'],
  });
});

it('counts a skipped test as failed, and says which', () => {
  expect(counted(true, file('passed', 'passed', 'pending', 'todo'))).toEqual({
    passed: 1,
    failed: 2,
    said: [
      'Not run (pending): some.test.ts: does something',
      'Not run (todo): some.test.ts: does something',
    ],
  });
});

it('counts a file that broke before its tests as failed', () => {
  expect(counted(false, file('failed'), file('passed', 'passed'))).toMatchObject({
    passed: 1,
    failed: 1,
  });
});

it('counts a run that ended badly, or without a test, as failed', () => {
  expect(counted(false, file('passed', 'passed'))).toMatchObject({ passed: 1, failed: 1 });
  expect(counted(true)).toMatchObject({ passed: 0, failed: 1 });
  expect(tally(undefined, true, () => {})).toEqual({ passed: 0, failed: 1 });
});
