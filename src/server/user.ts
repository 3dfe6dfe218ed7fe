import { argv } from 'node:process';
import { MIN_PASSWORD_LENGTH } from '#domain/password.ts';
import { parseEnvironment } from '#platform/environment/environment.ts';
import { OperatorError } from '#platform/process/operator-error.ts';
import { printLine } from '#platform/process/progress.ts';
import { runCommand } from '#platform/process/run-command.ts';
import { checkPassword, type NewAccount, parseAccountArguments } from './account.ts';
import { askPassword } from './ask-password.ts';
import { openRunningDatabase } from './database-uri-file.ts';
import { payloadSecretFor } from './secrets.ts';

await runCommand(async () => {
  const account = parseAccountArguments(argv.slice(2));
  const settings = parseEnvironment(process.env);
  const secret = await payloadSecretFor(settings);
  const answer = await askPassword(
    `Password for ${account.email}, at least ${MIN_PASSWORD_LENGTH} characters`,
  );
  const password = await checkPassword(answer, account);
  const database = await openRunningDatabase(settings);
  try {
    await createAccount(account, password, { DATABASE_URI: database.uri, PAYLOAD_SECRET: secret });
    printLine(`${account.email} can sign in at ${settings.SITE_URL}/admin.`);
  } finally {
    await database.stop();
  }
  process.exit(0);
});

async function createAccount(
  { email, roles, name }: NewAccount,
  password: string,
  environment: Record<string, string>,
): Promise<void> {
  Object.assign(process.env, environment);
  const { payload: open } = await import('#data/payload.ts');
  const payload = await open();
  // System: a person who can run commands on the server may create an account without having one.
  const asSystem = { collection: 'users', overrideAccess: true } as const;
  const { totalDocs } = await payload.count({ ...asSystem, where: { email: { equals: email } } });
  if (totalDocs > 0) throw new OperatorError(`There is an account for ${email} already.`);
  await payload.create({ ...asSystem, data: { email, password, roles, name } });
  await payload.destroy();
}
