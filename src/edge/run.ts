import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { inWords } from '#platform/process/describe-failure.ts';
import { inRoot } from '#platform/process/root.ts';

const stopping = Promise.withResolvers<void>();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stopping.resolve());

try {
  // A wrong variable is noticed while this is loaded.
  const { env } = await import('#platform/environment/env.ts');
  const { databaseOf, openEdge } = await import('./edge.ts');
  const { watchMemory } = await import('./memory.ts');
  const { quietConsole } = await import('#platform/http/quiet-console.ts');
  quietConsole();
  const edge = await openEdge({
    ...env,
    folder: path.join(env.DATA_DIR, 'edge'),
    origin: `http://127.0.0.1:${process.env.WEB_PORT}`,
    token: env.EDGE_TOKEN ?? '',
    // Pages name the site's address, and the styles of their build.
    build: `${await readFile(inRoot('.next/BUILD_ID'), 'utf8')} ${env.SITE_URL}`,
    database: () => databaseOf(env),
  });
  watchMemory(env.EDGE_MEMORY_MB, edge.makeLessRoom);
  edge.server.listen(env.PORT, env.HOST, () => process.send?.('ready'));
  await stopping.promise;
  await edge.close();
  process.exit(0);
} catch (error) {
  console.error(inWords(error));
  process.exit(1);
}
