import { randomInt } from 'node:crypto';
import { it } from 'vitest';
import { expectNothingLost, killUnderLoad } from '#tests/helpers/process-kills.ts';

const seed = randomInt(2 ** 31);

it(`neither loses nor duplicates a submission when processes are killed (seed ${seed})`, async () => {
  expectNothingLost(await killUnderLoad(1, seed));
}, 480_000);
