import { expect, it } from 'vitest';
import { type RunReport, tally } from './tally.ts';

const file = (state: string, ...states: string[]): RunReport['files'][number] => ({
  name: 'some.test.ts',
  state,
  errors: [],
  tests: states.map((state) => ({
    name: 'does something',
    state,
    errors: state === 'failed' ? ['Error: It does not.'] : [],
  })),
});

const countRun = (succeeded: boolean, files: RunReport['files'], unhandled: string[] = []) => {
  const printed: string[] = [];
  return { ...tally({ files, unhandled }, succeeded, (line) => printed.push(line)), printed };
};

it('counts passed and failed tests, and prints each failure with its error', () => {
  expect(countRun(false, [file('failed', 'passed', 'failed'), file('passed', 'passed')])).toEqual({
    passed: 2,
    failed: 1,
    printed: ['Failed: some.test.ts: does something', '  Error: It does not.'],
  });
});

it('names a file with skipped tests, and counts them neither as passed nor as failed', () => {
  expect(countRun(true, [file('passed', 'passed', 'skipped', 'skipped')])).toEqual({
    passed: 1,
    failed: 0,
    printed: ['Skipped: some.test.ts: 2 of 3 tests'],
  });
});

it('names a file of which all tests are skipped', () => {
  const files = [file('passed', 'passed'), file('skipped', 'skipped', 'skipped')];
  expect(countRun(true, files)).toEqual({
    passed: 1,
    failed: 0,
    printed: ['Skipped: some.test.ts: 2 of 2 tests'],
  });
});

it('counts a file whose setup fails as one failure, although its tests are skipped', () => {
  expect(countRun(false, [file('failed', 'skipped', 'skipped')])).toMatchObject({ failed: 1 });
});

it('counts a test that never ran as failed', () => {
  expect(countRun(true, [file('passed', 'passed', 'pending')])).toEqual({
    passed: 1,
    failed: 1,
    printed: ['Not run (pending): some.test.ts: does something'],
  });
});

it('counts a file that fails to load as one failure', () => {
  const broken = { ...file('failed'), errors: ['Error: No such module.'] };
  expect(countRun(false, [broken, file('passed', 'passed')])).toEqual({
    passed: 1,
    failed: 1,
    printed: ['Failed outside its tests: some.test.ts', '  Error: No such module.'],
  });
});

it('counts an error outside any test as failed, and prints it', () => {
  expect(countRun(false, [file('passed', 'passed')], ['Error: Unhandled.'])).toEqual({
    passed: 1,
    failed: 1,
    printed: ['Outside any test: Error: Unhandled.'],
  });
});

it('counts a run without tests, and one that exits with an error, as failed', () => {
  expect(countRun(false, [file('passed', 'passed')])).toMatchObject({ passed: 1, failed: 1 });
  expect(countRun(true, [])).toMatchObject({ passed: 0, failed: 1 });
  expect(tally(undefined, true, () => {})).toEqual({ passed: 0, failed: 1 });
});
