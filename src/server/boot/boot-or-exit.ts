import { describeFailure } from '#platform/process/describe-failure.ts';

/** Next loads this file during its build as well, without a database. */
const BUILD_PHASE = 'phase-production-build';

/** Prepares a web process for its first request. If that fails, prints the reason and exits with code 1. */
export async function bootOrExit(): Promise<void> {
  if (process.env.NEXT_PHASE === BUILD_PHASE) return;
  try {
    // This import validates the environment and can throw.
    const { setDefaultHeaders } = await import('#platform/http/default-headers.ts');
    setDefaultHeaders();
    const { runStartupChecks } = await import('./startup-checks.ts');
    await runStartupChecks();
    await recoverPictures();
  } catch (error) {
    console.error(describeFailure(error));
    process.exit(1);
  }
}

/** Finishes uploads that a killed process left half done. If that fails, the site is served all the same. */
async function recoverPictures(): Promise<void> {
  const { payload } = await import('#data/payload.ts');
  const { recoverPictureFiles } = await import('#platform/pictures/recover-files.ts');
  const { logFailure } = await import('#platform/log/log-failure.ts');
  await recoverPictureFiles(await payload()).catch((error: unknown) =>
    logFailure('picture-files-failed', error),
  );
}
