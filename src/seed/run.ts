/**
 * Seeds an empty database: `node src/seed/run.ts essentials`, or `demo` for the essentials and the demonstration. A
 * database that has been seeded is not changed.
 */
import { mkdir } from 'node:fs/promises';
import { argv, exit } from 'node:process';
import sharp from 'sharp';
import { env } from '#platform/environment/env.ts';
import { printLine } from '#platform/process/progress.ts';
import { accountsFilePath, chooseDemoPassword, writeAccountsFile } from './accounts-file.ts';

// Renders one picture at a time, with little memory: a build may run at the same time.
sharp.concurrency(1);
sharp.cache(false);

const content = argv[2];

if (content !== 'essentials' && content !== 'demo') {
  printLine('Name the content to add: essentials or demo.');
  exit(1);
}
if (!env.DATABASE_URI || !env.PAYLOAD_SECRET) {
  printLine('Set DATABASE_URI and PAYLOAD_SECRET.');
  exit(1);
}

await mkdir(env.DATA_DIR, { recursive: true });
const { payload: open } = await import('#data/payload.ts');
const { isUnseeded, seedDemo, seedEssentials } = await import('./seed.ts');
const payload = await open();

if (!(await isUnseeded(payload))) {
  printLine('The database has content already. Nothing was changed.');
} else if (content === 'essentials') {
  await seedEssentials(payload, printLine);
} else {
  const password = await chooseDemoPassword(env);
  await writeAccountsFile(env, password);
  await seedDemo(payload, password, printLine);
  printLine(`Demo accounts: ${accountsFilePath(env)}`);
}
await payload.destroy();
exit(0);
