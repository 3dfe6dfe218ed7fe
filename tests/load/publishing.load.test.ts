import { it, onTestFinished } from 'vitest';
import { secondInstance } from '#tests/helpers/instances.ts';
import { expectFresh, publish } from '#tests/helpers/publishing.ts';
import { startSite } from '#tests/helpers/running-site.ts';

const TIMES = Number(process.env.TIMES ?? 200);

it(`what is published is seen within a second, ${TIMES} times on one instance and on two`, async () => {
  const first = await startSite({ RATE_LIMIT_FACTOR: '1000' });
  onTestFinished(first.stop);
  expectFresh('One instance', await publish([first], TIMES));
  const second = await secondInstance(first);
  expectFresh('Two edges, two instances', await publish([first, second], TIMES));
});
