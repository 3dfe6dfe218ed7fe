/** Numbers of passed and failed tests of a check. */
export interface Tally {
  passed: number;
  failed: number;
}

/** Results of a Vitest run, from `ResultsReporter`. */
export interface RunReport {
  files: {
    name: string;
    state: string;
    errors: string[];
    tests: { name: string; state: string; errors: string[] }[];
  }[];
  /** Errors that belong to no test, such as unhandled rejections. */
  unhandled: string[];
}

/**
 * Counts passed and failed tests, prints the failures, and names the files with skipped tests. Files that failed to
 * load count as failed, and so do errors outside tests, and runs without tests.
 * @param succeeded whether Vitest exited with code 0
 */
export function tally(
  report: RunReport | undefined,
  succeeded: boolean,
  print: (line: string) => void,
): Tally {
  let passed = 0;
  let failed = 0;
  for (const { name: file, state, errors, tests } of report?.files ?? []) {
    const before = failed;
    for (const { name, state, errors } of tests) {
      if (state === 'passed') passed += 1;
      if (state === 'passed' || state === 'skipped') continue;
      failed += 1;
      print(`${state === 'failed' ? 'Failed' : `Not run (${state})`}: ${file}: ${name}`);
      for (const error of errors) print(`  ${error}`);
    }
    const skipped = tests.filter(({ state }) => state === 'skipped').length;
    if (skipped > 0) print(`Skipped: ${file}: ${skipped} of ${tests.length} tests`);
    if (state !== 'passed' && state !== 'skipped' && failed === before) {
      failed += 1;
      print(`Failed outside its tests: ${file}`);
    }
    for (const error of errors) print(`  ${error}`);
  }
  for (const error of report?.unhandled ?? []) {
    failed += 1;
    print(`Outside any test: ${error}`);
  }
  if (failed === 0 && (passed === 0 || !succeeded)) {
    failed = 1;
    print(passed === 0 ? 'No test ran.' : 'All tests passed, but Vitest failed.');
  }
  return { passed, failed };
}
