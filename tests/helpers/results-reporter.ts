import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';
import type { Report } from './tally.ts';

/** Where the results of a run are written to. */
export const RESULTS_FILE = 'VITEST_RESULTS_FILE';

/** Writes what `tally` counts: Vitest's own JSON report leaves out errors that belong to no test. */
export default class ResultsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const report: Report = {
      files: modules.map((module) => ({
        name: module.relativeModuleId,
        state: module.state(),
        errors: module.errors().map(inALine),
        tests: [...module.children.allTests()].map((test) => {
          const { state, errors } = test.result();
          return { name: test.fullName, state, errors: (errors ?? []).map(inALine) };
        }),
      })),
      unhandled: unhandled.map(inALine),
    };
    writeFileSync(String(process.env[RESULTS_FILE]), JSON.stringify(report));
  }
}

const OUR_FRAME = /\((?!.*node_modules)[^()]+\)|at (?!.*node_modules)\S+:\d+:\d+/;

/** The message, and the first line of ours that it came from. */
function inALine({ name, message, stack }: SerializedError): string {
  const frame = OUR_FRAME.exec(stack ?? '')?.[0] ?? '';
  return `${name}: ${message.split('\n')[0]} ${frame}`.trim();
}
