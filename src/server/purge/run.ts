import { argv } from 'node:process';
import type { Change } from '#edge/purges.ts';
import { parseEnvironment } from '#platform/environment/environment.ts';
import { runAsProgram } from '#platform/process/program.ts';
import { say } from '#platform/process/progress.ts';
import { onShutdown } from '../shutdown.ts';
import { createPurger } from './purger.ts';
import { targetsFrom } from './targets.ts';

await runAsProgram(async () => {
  const targets = targetsFrom(argv.slice(2));
  const settings = parseEnvironment(process.env);
  // These read the environment as well, and would not say in words what is wrong with it.
  const { databaseOf } = await import('#edge/edge.ts');
  const { listen } = await import('#edge/changes.ts');
  const shutdown = onShutdown();
  const caches = targets.map((target) => createPurger(target, say));
  const tell = (change: Change | 'all') => {
    for (const cache of caches) cache.add(change);
  };
  const changes = listen({
    uri: () => databaseOf(settings),
    after: undefined,
    heard: (change) => change && tell(change),
    // What changed while nobody listened, before we were started above all.
    lost: () => tell('all'),
  });
  shutdown.add(async () => {
    for (const cache of caches) cache.stop();
    await changes.stop();
  });
  await changes.current;
  say(`Every change is told to ${targets.join(', ')}.`);
});
