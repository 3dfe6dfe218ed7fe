import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inRoot } from '#platform/process/root.ts';
import type { Answered, Generator, Load } from './generator.ts';

const run = promisify(execFile);

const PATIENCE = '10s';

export const wrk: Generator = {
  name: 'wrk',
  async load({ url, connections, seconds, perSecond }) {
    const { stdout } = await run(
      'wrk',
      [
        '--threads=1',
        `--connections=${connections}`,
        `--duration=${seconds}s`,
        `--timeout=${PATIENCE}`,
        `--script=${inRoot('bench/load/wrk.lua')}`,
        url,
      ],
      { env: { ...process.env, PAUSE_MS: String(pauseOf({ connections, perSecond })) } },
    );
    return answeredIn(stdout);
  },
};

/** How long each connection rests in the middle between two requests, in milliseconds. */
export const pauseOf = ({ connections, perSecond }: Pick<Load, 'connections' | 'perSecond'>) =>
  perSecond === undefined ? 0 : Math.round((connections / perSecond) * 1000);

/** @throws Error if there is no report in what it wrote */
export function answeredIn(output: string): Answered {
  const [, report] = /^REPORT (.*)$/m.exec(output) ?? [];
  if (!report) throw new Error(`wrk has not reported: ${output}`);
  return JSON.parse(report);
}
