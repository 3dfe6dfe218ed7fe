import { describeFailure } from '#platform/process/describe-failure.ts';

const stopping = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => stopping.abort());
}

try {
  // This import validates the environment and can throw.
  const { runStartupChecks } = await import('./boot/startup-checks.ts');
  await runStartupChecks();
  const { redactConsole } = await import('#platform/log/redact-console.ts');
  if (process.env.NODE_ENV === 'production') redactConsole();
  const { payload } = await import('#data/payload.ts');
  const { runWorker } = await import('#jobs/worker-loop.ts');
  const api = await payload();
  process.send?.('ready');
  await runWorker(api, stopping.signal).catch(async (error) => {
    // After the start, error messages can contain personal data, which `logFailure` leaves out.
    const { logFailure } = await import('#platform/log/log-failure.ts');
    logFailure('worker-failed', error);
    process.exit(1);
  });
  process.exit(0);
} catch (error) {
  console.error(describeFailure(error));
  process.exit(1);
}
