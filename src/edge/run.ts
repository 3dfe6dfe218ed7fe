import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describeFailure } from '#platform/process/describe-failure.ts';
import { rootPath } from '#platform/process/root.ts';

const stopping = Promise.withResolvers<void>();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stopping.resolve());

try {
  // Loaded within `try`, because an invalid environment variable throws here.
  const { env } = await import('#platform/environment/env.ts');
  const { databaseUri, openEdge } = await import('./edge.ts');
  const { watchMemory } = await import('./watch-memory.ts');
  const { redactConsole } = await import('#platform/log/redact-console.ts');
  redactConsole();
  const edge = await openEdge({
    ...env,
    folder: path.join(env.DATA_DIR, 'edge'),
    origin: `http://127.0.0.1:${process.env.WEB_PORT}`,
    token: env.EDGE_TOKEN ?? '',
    // Pages contain the site's URL, and the paths of their build's style sheets.
    build: `${await readFile(rootPath('.next/BUILD_ID'), 'utf8')} ${env.SITE_URL}`,
    database: () => databaseUri(env),
  });
  watchMemory(env.EDGE_MEMORY_MB, edge.shrink);
  edge.server.listen(env.PORT, env.HOST, () => process.send?.('ready'));
  await stopping.promise;
  await edge.close();
  process.exit(0);
} catch (error) {
  console.error(describeFailure(error));
  process.exit(1);
}
