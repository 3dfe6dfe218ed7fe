import { filterTests, loadGroups, type SuiteTest } from './groups.ts';
import { markPublic } from './mark-public.ts';
import type { Results } from './outcomes.ts';
import { carryRequestNumbers } from './request-numbers.ts';
import { startSuiteEdge } from './suite-edge.ts';
import { startSuiteOrigin } from './suite-origin.ts';
import { getResults, runTests } from './upstream/test-engine/client/runner.mjs';

/** Tests that run at once. Most of them wait three seconds for something to expire, and few do anything meanwhile. */
const CONCURRENCY = 50;

/**
 * After a failure of its origin, the edge serves other stale responses for a second without asking again. So these tests
 * do not run beside those that expect it to ask.
 */
const hasFailingOrigin = ({ requests }: SuiteTest): boolean =>
  requests.some(
    ({ disconnect, response_status: [status] = [200] }) => disconnect || Number(status) >= 500,
  );

/**
 * Runs the suite's client against an edge in front of the suite's origin.
 * @param testId runs this test alone, and prints all its requests and responses
 */
export async function runSuite(testId?: string): Promise<Results> {
  const groups = filterTests(loadGroups(), ({ id }) => testId === undefined || id === testId);
  markPublic(groups);
  if (testId) for (const { tests } of groups) for (const test of tests) test.dump = true;
  const origin = await startSuiteOrigin(carryRequestNumbers());
  const edge = await startSuiteEdge(origin.url);
  try {
    const answering = filterTests(groups, (test) => !hasFailingOrigin(test));
    await runTests(answering, false, edge.url, CONCURRENCY);
    await runTests(filterTests(groups, hasFailingOrigin), false, edge.url, CONCURRENCY);
  } finally {
    await edge.close();
    await origin.close();
  }
  return getResults();
}
