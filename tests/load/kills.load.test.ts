import { randomInt } from 'node:crypto';
import { it } from 'vitest';
import { expectNothingLost, killUnderLoad } from '#tests/helpers/process-kills.ts';

const KILLS = Number(process.env.KILLS ?? 100);
const seed = Number(process.env.SEED ?? randomInt(2 ** 31));

it(`loses and duplicates nothing while web process, worker and database are killed ${KILLS} times each (seed ${seed})`, async () => {
  expectNothingLost(await killUnderLoad(KILLS, seed));
});
