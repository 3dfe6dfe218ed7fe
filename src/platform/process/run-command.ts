import { describeFailure } from './describe-failure.ts';

/** Runs the main function of a command. If it fails, prints why and exits with code 1. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(describeFailure(error));
    process.exit(1);
  }
}
