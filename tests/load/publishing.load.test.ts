import { it, onTestFinished } from 'vitest';
import { startSecondInstance } from '#tests/helpers/instances.ts';
import { expectPublishLatency, measurePublishLatency } from '#tests/helpers/publish-latency.ts';
import { startSite } from '#tests/helpers/running-site.ts';

const TIMES = Number(process.env.TIMES ?? 200);

it(`shows changes within a second of publishing, ${TIMES} times on one instance and on two`, async () => {
  const first = await startSite({ RATE_LIMIT_FACTOR: '1000' });
  onTestFinished(first.stop);
  expectPublishLatency('One instance', await measurePublishLatency([first], TIMES));
  const second = await startSecondInstance(first);
  expectPublishLatency(
    'Two edges, two instances',
    await measurePublishLatency([first, second], TIMES),
  );
});
