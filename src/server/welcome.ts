import path from 'node:path';
import type { Environment } from '#platform/environment/environment.ts';
import { say } from '#platform/process/progress.ts';
import type { OpenDatabase } from './database/open.ts';

/** Says where everything is, once it is there. */
export function welcome({ SITE_URL, DATA_DIR }: Environment, { embedded }: OpenDatabase): void {
  const accounts = embedded
    ? `the demo accounts and their password are in ${path.join(DATA_DIR, 'demo-accounts.txt')}`
    : 'make one with: npm run user -- create --email you@example.org --roles admin';
  say('');
  say('Throughcare is ready.');
  say(`  Site      ${SITE_URL}`);
  say(`  Admin     ${SITE_URL}/admin`);
  say(`  Accounts  ${accounts}`);
  say('Press Ctrl-C to stop.');
}
