import { stdout } from 'node:process';

const QUIET_MS = 2_000;
const BEAT_MS = 5_000;

/** Prints one line for the person at the terminal. */
export const say = (line: string): void => {
  stdout.write(`${line}\n`);
};

/**
 * Runs a step and tells of it: its name as it begins, a sign of life every few seconds if it takes
 * longer than two, and how long it took.
 */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  say(`${name} …`);
  const beat = setInterval(() => say(`  … ${name.toLowerCase()}, ${seconds()}`), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if (performance.now() - began > QUIET_MS) say(`  done in ${seconds()}`);
  }
}
