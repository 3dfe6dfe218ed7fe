import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { rootPath } from '#platform/process/root.ts';
import type { LoadGenerator, LoadOptions, LoadResult } from './generator.ts';

const run = promisify(execFile);

const TIMEOUT = '10s';

export const wrk: LoadGenerator = {
  name: 'wrk',
  async run({ url, connections, seconds, perSecond }) {
    const { stdout } = await run(
      'wrk',
      [
        '--threads=1',
        `--connections=${connections}`,
        `--duration=${seconds}s`,
        `--timeout=${TIMEOUT}`,
        `--script=${rootPath('bench/load/wrk.lua')}`,
        url,
      ],
      { env: { ...process.env, PAUSE_MS: String(meanPauseMs({ connections, perSecond })) } },
    );
    return parseReport(stdout);
  },
};

/** Returns the mean pause of a connection between two requests, in milliseconds. */
export const meanPauseMs = ({
  connections,
  perSecond,
}: Pick<LoadOptions, 'connections' | 'perSecond'>) =>
  perSecond === undefined ? 0 : Math.round((connections / perSecond) * 1000);

/** Parses the report of `wrk.lua`. @throws Error if the output has none */
export function parseReport(output: string): LoadResult {
  const [, report] = /^REPORT (.*)$/m.exec(output) ?? [];
  if (!report) throw new Error(`wrk has not reported: ${output}`);
  return JSON.parse(report);
}
