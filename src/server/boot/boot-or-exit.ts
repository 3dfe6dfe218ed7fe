import { inWords } from './in-words.ts';

/** While Next builds it loads this as well, without a database. */
const BUILDING = 'phase-production-build';

/** Makes a web process ready for its first request, or ends it and says why. */
export async function bootOrExit(): Promise<void> {
  if (process.env.NEXT_PHASE === BUILDING) return;
  try {
    // A wrong variable is noticed while this is loaded.
    const { nameClients } = await import('#http/client-address.ts');
    nameClients();
    const { markEveryAnswer } = await import('#http/every-answer.ts');
    markEveryAnswer();
    const { bootWeb } = await import('./web.ts');
    await bootWeb();
  } catch (error) {
    console.error(inWords(error));
    process.exit(1);
  }
}
