import { randomInt } from 'node:crypto';

/**
 * Seed of all that tests draw: `SEED`, which `npm test` sets, or a random one. The same seed draws the same. A test that
 * draws has it in its title.
 */
export const SEED = Number(process.env.SEED ?? randomInt(2 ** 31));
