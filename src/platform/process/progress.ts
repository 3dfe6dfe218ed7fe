import { stdout } from 'node:process';

/** The duration of a shorter step is not printed. */
const QUIET_MS = 2_000;
const PROGRESS_INTERVAL_MS = 5_000;

/** Prints one line for the person at the terminal. */
export const printLine = (line: string): void => {
  stdout.write(`${line}\n`);
};

/**
 * Runs a step and prints its name, the elapsed time every five seconds, and how long it took if that was more
 * than two seconds.
 */
export async function runStep<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  printLine(`${name} …`);
  const timer = setInterval(
    () => printLine(`  … ${name.toLowerCase()}, ${seconds()}`),
    PROGRESS_INTERVAL_MS,
  );
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (performance.now() - began > QUIET_MS) printLine(`  done in ${seconds()}`);
  }
}
