import path from 'node:path';
import type { Environment } from '#platform/environment/environment.ts';
import { printLine } from '#platform/process/progress.ts';
import type { OpenDatabase } from './database/open-database.ts';

/** Prints the addresses of the site and the admin, once they are served. */
export function printWelcome(
  { SITE_URL, DATA_DIR }: Environment,
  { embedded }: OpenDatabase,
): void {
  const accounts = embedded
    ? `the demo accounts and their password are in ${path.join(DATA_DIR, 'demo-accounts.txt')}`
    : 'make one with: npm run user -- create --email you@example.org --roles admin';
  printLine('');
  printLine('Throughcare is ready.');
  printLine(`  Site      ${SITE_URL}`);
  printLine(`  Admin     ${SITE_URL}/admin`);
  printLine(`  Accounts  ${accounts}`);
  printLine('Press Ctrl-C to stop.');
}
