import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { rootPath } from '#platform/process/root.ts';
import type { LoadGenerator } from './generator.ts';

const run = promisify(execFile);

/** Runs in a process of its own, so that it does not delay other requests of the benchmark. */
export const autocannon: LoadGenerator = {
  name: 'autocannon',
  async run({ url, connections, seconds, perSecond }) {
    const { stdout } = await run(process.execPath, [
      rootPath('node_modules/autocannon/autocannon.js'),
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
      responses: requests.total,
      perSecond: requests.total / duration,
      p50: latency.p50,
      p99: latency.p99,
      failures: errors + non2xx,
    };
  },
};
