import { randomInt } from 'node:crypto';
import { it } from 'vitest';
import { expectAllKept, killUnderLoad } from '#tests/helpers/kills.ts';

const KILLS = Number(process.env.KILLS ?? 100);
const seed = Number(process.env.SEED ?? randomInt(2 ** 31));

it(`killed ${KILLS} times each, web process, worker and database lose and double nothing (seed ${seed})`, async () => {
  expectAllKept(await killUnderLoad(KILLS, seed));
});
