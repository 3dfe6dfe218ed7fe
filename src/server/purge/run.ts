import { argv } from 'node:process';
import type { Purge } from '#edge/purges.ts';
import { parseEnvironment } from '#platform/environment/environment.ts';
import { printLine } from '#platform/process/progress.ts';
import { runCommand } from '#platform/process/run-command.ts';
import { watchForShutdown } from '../shutdown.ts';
import { parsePurgeArguments } from './arguments.ts';
import { createPurger } from './purger.ts';

await runCommand(async () => {
  const targets = parsePurgeArguments(argv.slice(2));
  const settings = parseEnvironment(process.env);
  // These modules read the environment when they are loaded, and would throw without an explanation.
  const { databaseUri } = await import('#edge/edge.ts');
  const { followChangeStream } = await import('#edge/change-stream.ts');
  const shutdown = watchForShutdown();
  const purgers = targets.map((target) => createPurger(target, printLine));
  const purgeAll = (purge: Purge | 'all') => {
    for (const purger of purgers) purger.add(purge);
  };
  const changes = followChangeStream({
    uri: () => databaseUri(settings),
    resumeAfter: undefined,
    onProgress: (change) => change && purgeAll(change),
    // Without a resume token this happens at once: anything may have changed before the start.
    onHistoryLost: () => purgeAll('all'),
  });
  shutdown.add(async () => {
    for (const purger of purgers) purger.stop();
    await changes.stop();
  });
  await changes.caughtUp;
  printLine(`Every change is purged from ${targets.join(', ')}.`);
});
