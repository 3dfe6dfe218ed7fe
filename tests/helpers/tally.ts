/** How many tests of a check passed and failed. */
export interface Tally {
  passed: number;
  failed: number;
}

/** How a run of Vitest ended. */
export interface Report {
  files: {
    name: string;
    state: string;
    errors: string[];
    tests: { name: string; state: string; errors: string[] }[];
  }[];
  /** Errors that belong to no test, as those of a promise that nobody waits for. */
  unhandled: string[];
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
  for (const { name: file, state, errors, tests } of report?.files ?? []) {
    const before = failed;
    for (const { name, state, errors } of tests) {
      if (state === 'passed') {
        passed += 1;
      } else {
        failed += 1;
        say(`${state === 'failed' ? 'Failed' : `Not run (${state})`}: ${file}: ${name}`);
        for (const error of errors) say(`  ${error}`);
      }
    }
    if (state !== 'passed' && failed === before) {
      failed += 1;
      say(`Broke beside its tests: ${file}`);
    }
    for (const error of errors) say(`  ${error}`);
  }
  for (const error of report?.unhandled ?? []) {
    failed += 1;
    say(`Beside all tests: ${error}`);
  }
  if (failed === 0 && (passed === 0 || !endedWell)) {
    failed = 1;
    say(passed === 0 ? 'No test ran.' : 'The run ended badly after its tests.');
  }
  return { passed, failed };
}
