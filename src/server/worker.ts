import { inWords } from '#platform/process/describe-failure.ts';

const stopping = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => stopping.abort());
}

try {
  // A wrong variable is noticed while this is loaded.
  const { bootWeb } = await import('./boot/web.ts');
  await bootWeb();
  const { quietConsole } = await import('#platform/http/quiet-console.ts');
  if (process.env.NODE_ENV === 'production') quietConsole();
  const { payload } = await import('#data/payload.ts');
  const { work } = await import('#jobs/work.ts');
  const api = await payload();
  process.send?.('ready');
  await work(api, stopping.signal).catch(async (error) => {
    // Past its start, what it says can repeat an address.
    const { logFailure } = await import('#platform/http/log.ts');
    logFailure('worker', error);
    process.exit(1);
  });
  process.exit(0);
} catch (error) {
  console.error(inWords(error));
  process.exit(1);
}
