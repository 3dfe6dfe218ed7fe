import type { Decision } from './decision.ts';
import { DECISIONS } from './decisions.ts';
import type { SuiteGroup } from './groups.ts';
import { type Outcome, ownOutcome, type Results } from './outcomes.ts';

const PASSES: ReadonlySet<Outcome> = new Set(['pass', 'yes']);

/** Outcomes that each list of a decision stands for. */
const OUTCOMES_OF: Record<Exclude<keyof Decision, 'reason'>, readonly Outcome[]> = {
  fails: ['fail', 'optional_fail'],
  answersNo: ['no'],
  cannotBeSetUp: ['setup_fail'],
};

/** Returns a line for each test whose outcome is neither a pass nor listed in `DECISIONS`, or listed and not so. */
export function findDifferences(groups: readonly SuiteGroup[], results: Results): string[] {
  const listed = listDecided(groups);
  const differences = groups.flatMap(({ tests }) =>
    tests.flatMap(({ id }) => {
      const outcome = ownOutcome(groups, id, results);
      const expected = listed.get(id);
      listed.delete(id);
      if (expected ? expected.includes(outcome) : PASSES.has(outcome)) return [];
      const result = results[id];
      const message = Array.isArray(result) ? `: ${result[1]}` : '';
      return [`${id}: ${outcome}, not ${expected?.join(' or ') ?? 'pass'}${message}`];
    }),
  );
  return [...differences, ...[...listed.keys()].map((id) => `${id}: the suite has no such test`)];
}

/** The expected outcomes of all tests in `DECISIONS`. */
function listDecided(groups: readonly SuiteGroup[]): Map<string, readonly Outcome[]> {
  const ids = groups.flatMap(({ tests }) => tests.map(({ id }) => id));
  const listed = new Map<string, readonly Outcome[]>();
  for (const decision of DECISIONS) {
    for (const [list, outcomes] of Object.entries(OUTCOMES_OF)) {
      const patterns = decision[list as keyof typeof OUTCOMES_OF] ?? [];
      for (const id of patterns.flatMap((pattern) => expand(pattern, ids))) {
        if (listed.has(id)) throw new Error(`${id} is in two decisions.`);
        listed.set(id, outcomes);
      }
    }
  }
  return listed;
}

/** Returns the ids that a pattern with at most one `*` stands for; itself if there is none. */
function expand(pattern: string, ids: readonly string[]): string[] {
  const [start = '', end] = pattern.split('*');
  if (end === undefined) return [pattern];
  const matching = ids.filter((id) => id.startsWith(start) && id.endsWith(end));
  return matching.length > 0 ? matching : [pattern];
}
