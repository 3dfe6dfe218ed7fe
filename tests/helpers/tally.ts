/** How many tests of a check passed and failed. */
export interface Tally {
  passed: number;
  failed: number;
}

/** What of Vitest's JSON report is read here. */
export interface Report {
  testResults: {
    name: string;
    status: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

/**
 * Counts a report, and says what failed. What did not run counts as failed: a skipped test, a file that
 * broke before its tests, a run that ended badly or had no tests at all.
 */
export function tally(
  report: Report | undefined,
  endedWell: boolean,
  say: (line: string) => void,
): Tally {
  let passed = 0;
  let failed = 0;
  for (const { name, status, assertionResults } of report?.testResults ?? []) {
    const before = failed;
    for (const { status, fullName } of assertionResults) {
      if (status === 'passed') {
        passed += 1;
      } else {
        failed += 1;
        say(`${status === 'failed' ? 'Failed' : `Not run (${status})`}: ${name}: ${fullName}`);
      }
    }
    if (status !== 'passed' && failed === before) {
      failed += 1;
      say(`Broke before its tests: ${name}`);
    }
  }
  if (failed === 0 && (passed === 0 || !endedWell)) {
    failed = 1;
    say(passed === 0 ? 'No test ran.' : 'The run ended badly after its tests.');
  }
  return { passed, failed };
}
