import { PHASE_PRODUCTION_BUILD } from 'next/constants';
import { inWords } from './in-words.ts';

/** Makes a web process ready for its first request, or ends it and says why. */
export async function bootOrExit(): Promise<void> {
  if (process.env.NEXT_PHASE === PHASE_PRODUCTION_BUILD) return;
  try {
    // A wrong variable is noticed while this is loaded.
    const { bootWeb } = await import('./web.ts');
    await bootWeb();
  } catch (error) {
    console.error(inWords(error));
    process.exit(1);
  }
}
