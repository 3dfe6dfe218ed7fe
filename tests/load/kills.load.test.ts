import { it } from 'vitest';
import { expectNothingLost, killUnderLoad } from '#tests/helpers/process-kills.ts';
import { SEED } from '#tests/helpers/seed.ts';

const KILLS = Number(process.env.KILLS ?? 100);

it(`loses and duplicates nothing while web process, worker and database are killed ${KILLS} times each (seed ${SEED})`, async () => {
  expectNothingLost(await killUnderLoad(KILLS, SEED));
});
