/** Owns an embedded database until it is killed: `node owner.ts FOLDER`. Its first line is the address. */
import { argv, env } from 'node:process';
import { say } from '#platform/process/progress.ts';
import { startEmbeddedDatabase } from '#server/database/embedded-database.ts';
import { findMongod } from '#server/database/find-mongod.ts';

const { uri } = await startEmbeddedDatabase({
  mongod: await findMongod(env.MONGOD_BINARY),
  dataDir: argv[2] ?? '',
  name: 'throughcare',
});
say(uri);
setInterval(() => {}, 60_000);
