import { randomInt } from 'node:crypto';
import { it } from 'vitest';
import { expectAllKept, killUnderLoad } from '#tests/helpers/kills.ts';

const seed = randomInt(2 ** 31);

it(`killed web process, worker and database lose and double nothing (seed ${seed})`, async () => {
  expectAllKept(await killUnderLoad(1, seed));
}, 480_000);
