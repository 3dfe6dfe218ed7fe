import { inWords } from '#platform/process/describe-failure.ts';

/** While Next builds it loads this as well, without a database. */
const BUILDING = 'phase-production-build';

/** Makes a web process ready for its first request, or ends it and says why. */
export async function bootOrExit(): Promise<void> {
  if (process.env.NEXT_PHASE === BUILDING) return;
  try {
    // A wrong variable is noticed while this is loaded.
    const { markEveryAnswer } = await import('#platform/http/every-answer.ts');
    markEveryAnswer();
    const { bootWeb } = await import('./web.ts');
    await bootWeb();
    await settlePictures();
  } catch (error) {
    console.error(inWords(error));
    process.exit(1);
  }
}

/** What a killed process left of pictures keeps nobody from reading. */
async function settlePictures(): Promise<void> {
  const { payload } = await import('#data/payload.ts');
  const { settleKilledChanges } = await import('#platform/pictures/settle-killed.ts');
  const { logFailure } = await import('#platform/http/log.ts');
  await settleKilledChanges(await payload()).catch((error: unknown) =>
    logFailure('picture files', error),
  );
}
