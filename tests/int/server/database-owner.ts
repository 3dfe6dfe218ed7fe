/** Runs an embedded database until it is killed: `node database-owner.ts FOLDER`. Prints its address first. */
import { argv, env } from 'node:process';
import { printLine } from '#platform/process/progress.ts';
import { startEmbeddedDatabase } from '#server/database/embedded-database.ts';
import { findMongod } from '#server/database/find-mongod.ts';

const { uri } = await startEmbeddedDatabase({
  mongod: await findMongod(env.MONGOD_BINARY),
  dataDir: argv[2] ?? '',
  name: 'throughcare',
});
printLine(uri);
setInterval(() => {}, 60_000);
