import { randomBytes } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROLE_LABELS } from '#domain/roles.ts';
import type { Environment } from '#platform/environment/env.ts';
import { ACCOUNTS } from './demo/accounts.ts';

const PASSWORD = 'Password of each: ';

/** The file that tells the person at the terminal how to sign in. */
export const accountsFile = ({ DATA_DIR }: Pick<Environment, 'DATA_DIR'>): string =>
  path.join(DATA_DIR, 'demo-accounts.txt');

/**
 * The password of the sample accounts: the one that was set, else the one that an earlier run which
 * was cut short has written down, else a new one.
 */
export async function demoPassword(env: Environment): Promise<string> {
  if (env.DEMO_PASSWORD) return env.DEMO_PASSWORD;
  const written = await readFile(accountsFile(env), 'utf8').catch(() => '');
  const line = written.split('\n').find((line) => line.startsWith(PASSWORD));
  return line?.slice(PASSWORD.length) || randomBytes(12).toString('base64url');
}

/** Writes addresses and password down, for the owner of the folder alone. */
export async function writeAccountsFile(env: Environment, password: string): Promise<void> {
  const lines = [
    `Sign in: ${env.SITE_URL}/admin`,
    `${PASSWORD}${password}`,
    '',
    ...ACCOUNTS.map(
      ({ email, roles }) => `${email}  ${roles.map((r) => ROLE_LABELS[r]).join(', ')}`,
    ),
    '',
  ];
  await writeFile(accountsFile(env), lines.join('\n'), { mode: 0o600 });
  // The mode above holds for a new file only.
  await chmod(accountsFile(env), 0o600);
}
