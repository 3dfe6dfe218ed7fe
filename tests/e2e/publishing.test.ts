import { inject, it } from 'vitest';
import { secondInstance } from '#tests/helpers/instances.ts';
import { expectFresh, publish } from '#tests/helpers/publishing.ts';

const TIMES = 20;

it('what is published is seen within a second, on one instance and on two', async () => {
  const first = inject('site');
  expectFresh('One instance', await publish([first], TIMES));
  const second = await secondInstance(first);
  expectFresh('Two edges, two instances', await publish([first, second], TIMES));
});
