/**
 * Fills an empty database: `node src/seed/run.ts essentials`, or `demo` for the essentials and the
 * demonstration. A database that has been filled is left alone.
 */
import { mkdir } from 'node:fs/promises';
import { argv, exit } from 'node:process';
import sharp from 'sharp';
import { env } from '#platform/environment/env.ts';
import { say } from '#platform/process/progress.ts';
import { accountsFile, demoPassword, writeAccountsFile } from './accounts-file.ts';

// One picture at a time in little memory: this may run beside a build.
sharp.concurrency(1);
sharp.cache(false);

const what = argv[2];

if (what !== 'essentials' && what !== 'demo') {
  say('Say what to bring: essentials or demo.');
  exit(1);
}
if (!env.DATABASE_URI || !env.PAYLOAD_SECRET) {
  say('Set DATABASE_URI and PAYLOAD_SECRET.');
  exit(1);
}

await mkdir(env.DATA_DIR, { recursive: true });
const { payload: open } = await import('#data/payload.ts');
const { isEmpty, seedDemo, seedEssentials } = await import('./seed.ts');
const payload = await open();

if (!(await isEmpty(payload))) {
  say('The database has content already. Nothing was changed.');
} else if (what === 'essentials') {
  await seedEssentials(payload, say);
} else {
  const password = await demoPassword(env);
  await writeAccountsFile(env, password);
  await seedDemo(payload, password, say);
  say(`Demo accounts: ${accountsFile(env)}`);
}
await payload.destroy();
exit(0);
