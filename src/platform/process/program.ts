import { inWords } from './describe-failure.ts';

/** Runs a command; if it fails it says why and ends with exit code 1. */
export async function runAsProgram(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(inWords(error));
    process.exit(1);
  }
}
