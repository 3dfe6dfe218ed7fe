import { inWords } from './boot/in-words.ts';

const stopping = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => stopping.abort());
}

try {
  // A wrong variable is noticed while this is loaded.
  const { bootWeb } = await import('./boot/web.ts');
  await bootWeb();
  const { payload } = await import('#data/payload.ts');
  const { work } = await import('./work.ts');
  const api = await payload();
  process.send?.('ready');
  await work(api, stopping.signal);
  process.exit(0);
} catch (error) {
  console.error(inWords(error));
  process.exit(1);
}
