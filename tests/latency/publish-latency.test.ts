import { inject, it } from 'vitest';
import { startSecondInstance } from '#tests/helpers/instances.ts';
import { expectPublishLatency, measurePublishLatency } from '#tests/helpers/publish-latency.ts';

const TIMES = 20;

it('shows published changes within a second, on one instance and on two', async () => {
  const first = inject('site');
  expectPublishLatency('One instance', await measurePublishLatency([first], TIMES));
  const second = await startSecondInstance(first);
  expectPublishLatency(
    'Two edges, two instances',
    await measurePublishLatency([first, second], TIMES),
  );
});
