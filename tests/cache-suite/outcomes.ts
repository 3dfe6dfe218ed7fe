import type { SuiteGroup } from './groups.ts';
import { determineTestResult, resultTypes } from './upstream/test-engine/lib/results.mjs';

/** The suite's results by test: true, or the name and the message of an error. */
export type Results = Record<string, true | [error: string, message: string]>;

/** In the suite's own words. `setup_fail` and `dependency_fail`: the test could not test anything. */
export type Outcome = keyof typeof resultTypes;

const OUTCOMES = Object.keys(resultTypes) as Outcome[];

/** Returns the outcome of a test that its group counts: none if a test failed that it depends on. */
export const countedOutcome = (
  groups: readonly SuiteGroup[],
  testId: string,
  results: Results,
): Outcome => nameOf(determineTestResult(groups, testId, results));

/** Returns the outcome of a test by itself, whatever it depends on. */
export const ownOutcome = (
  groups: readonly SuiteGroup[],
  testId: string,
  results: Results,
): Outcome => nameOf(determineTestResult(groups, testId, results, false));

function nameOf(type: string[]): Outcome {
  const name = OUTCOMES.find((outcome) => resultTypes[outcome] === type);
  if (!name) throw new Error(`The suite has another result: ${type}`);
  return name;
}
