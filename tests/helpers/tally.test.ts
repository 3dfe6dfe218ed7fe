import { expect, it } from 'vitest';
import { type Report, tally } from './tally.ts';

const file = (state: string, ...states: string[]): Report['files'][number] => ({
  name: 'some.test.ts',
  state,
  errors: [],
  tests: states.map((state) => ({
    name: 'does something',
    state,
    errors: state === 'failed' ? ['Error: It does not.'] : [],
  })),
});

const counted = (endedWell: boolean, files: Report['files'], unhandled: string[] = []) => {
  const said: string[] = [];
  return { ...tally({ files, unhandled }, endedWell, (line) => said.push(line)), said };
};

it('counts what passed and what failed, and says what failed and why', () => {
  expect(counted(false, [file('failed', 'passed', 'failed'), file('passed', 'passed')])).toEqual({
    passed: 2,
    failed: 1,
    said: ['Failed: some.test.ts: does something', '  Error: It does not.'],
  });
});

it('counts a skipped test as failed, and says which', () => {
  expect(counted(true, [file('passed', 'passed', 'skipped')])).toEqual({
    passed: 1,
    failed: 1,
    said: ['Not run (skipped): some.test.ts: does something'],
  });
});

it('counts a file that broke before its tests as failed', () => {
  const broken = { ...file('failed'), errors: ['Error: No such module.'] };
  expect(counted(false, [broken, file('passed', 'passed')])).toEqual({
    passed: 1,
    failed: 1,
    said: ['Broke beside its tests: some.test.ts', '  Error: No such module.'],
  });
});

it('counts an error that belongs to no test as failed, and says it', () => {
  expect(counted(false, [file('passed', 'passed')], ['Error: Nobody waited.'])).toEqual({
    passed: 1,
    failed: 1,
    said: ['Beside all tests: Error: Nobody waited.'],
  });
});

it('counts a run that ended badly, or without a test, as failed', () => {
  expect(counted(false, [file('passed', 'passed')])).toMatchObject({ passed: 1, failed: 1 });
  expect(counted(true, [])).toMatchObject({ passed: 0, failed: 1 });
  expect(tally(undefined, true, () => {})).toEqual({ passed: 0, failed: 1 });
});
