import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';
import type { RunReport } from './tally.ts';

/** Environment variable with the path of the file that results are written to. */
export const RESULTS_FILE_VARIABLE = 'VITEST_RESULTS_FILE';

/** Writes the report for `tally`. Vitest's JSON report leaves out errors that belong to no test. */
export default class ResultsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const report: RunReport = {
      files: modules.map((module) => ({
        name: module.relativeModuleId,
        state: module.state(),
        errors: module.errors().map(formatError),
        tests: [...module.children.allTests()].map((test) => {
          const { state, errors } = test.result();
          return { name: test.fullName, state, errors: (errors ?? []).map(formatError) };
        }),
      })),
      unhandled: unhandled.map(formatError),
    };
    writeFileSync(String(process.env[RESULTS_FILE_VARIABLE]), JSON.stringify(report));
  }
}

const SOURCE_FRAME = /\((?!.*node_modules)[^()]+\)|at (?!.*node_modules)\S+:\d+:\d+/;

/** Returns the first line of the message, and the first stack frame outside node_modules. */
function formatError({ name, message, stack }: SerializedError): string {
  const frame = SOURCE_FRAME.exec(stack ?? '')?.[0] ?? '';
  return `${name}: ${message.split('\n')[0]} ${frame}`.trim();
}
