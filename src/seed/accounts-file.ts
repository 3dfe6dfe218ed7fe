import { randomBytes } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROLE_LABELS } from '#domain/roles.ts';
import type { Environment } from '#platform/environment/env.ts';
import { ACCOUNTS } from './demo/accounts.ts';

const PASSWORD_LABEL = 'Password of each: ';

/** Returns the path of the file that tells the operator how to sign in to the demo accounts. */
export const accountsFilePath = ({ DATA_DIR }: Pick<Environment, 'DATA_DIR'>): string =>
  path.join(DATA_DIR, 'demo-accounts.txt');

/**
 * Returns the password of the demo accounts: the one in DEMO_PASSWORD, else the one that an interrupted run has written
 * to the accounts file, else a random one.
 */
export async function chooseDemoPassword(env: Environment): Promise<string> {
  if (env.DEMO_PASSWORD) return env.DEMO_PASSWORD;
  const content = await readFile(accountsFilePath(env), 'utf8').catch(() => '');
  const line = content.split('\n').find((line) => line.startsWith(PASSWORD_LABEL));
  return line?.slice(PASSWORD_LABEL.length) || randomBytes(12).toString('base64url');
}

/** Writes the email addresses and the password of the demo accounts to a file that only its owner can read. */
export async function writeAccountsFile(env: Environment, password: string): Promise<void> {
  const lines = [
    `Sign in: ${env.SITE_URL}/admin`,
    `${PASSWORD_LABEL}${password}`,
    '',
    ...ACCOUNTS.map(
      ({ email, roles }) => `${email}  ${roles.map((r) => ROLE_LABELS[r]).join(', ')}`,
    ),
    '',
  ];
  await writeFile(accountsFilePath(env), lines.join('\n'), { mode: 0o600 });
  // The mode above applies only to a new file.
  await chmod(accountsFilePath(env), 0o600);
}
