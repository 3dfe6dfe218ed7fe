import { it } from 'vitest';
import { expectNothingLost, killUnderLoad } from '#tests/helpers/process-kills.ts';
import { SEED } from '#tests/helpers/seed.ts';

it(`neither loses nor duplicates a submission when processes are killed (seed ${SEED})`, async () => {
  expectNothingLost(await killUnderLoad(1, SEED));
}, 480_000);
