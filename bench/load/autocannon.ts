import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inRoot } from '#platform/process/root.ts';
import type { Generator } from './generator.ts';

const run = promisify(execFile);

/** In a process of its own: what it takes of the CPU is not to hold up what else the benchmark sends. */
export const autocannon: Generator = {
  name: 'autocannon',
  async load({ url, connections, seconds, perSecond }) {
    const { stdout } = await run(process.execPath, [
      inRoot('node_modules/autocannon/autocannon.js'),
      '--json',
      '--no-progress',
      `--connections=${connections}`,
      `--duration=${seconds}`,
      '--headers',
      'Accept-Encoding=gzip',
      ...(perSecond === undefined ? [] : [`--overallRate=${perSecond}`]),
      url,
    ]);
    const { requests, latency, duration, errors, non2xx } = JSON.parse(stdout);
    return {
      answers: requests.total,
      perSecond: requests.total / duration,
      p50: latency.p50,
      p99: latency.p99,
      failures: errors + non2xx,
    };
  },
};
