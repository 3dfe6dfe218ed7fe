import { argv } from 'node:process';
import { PASSWORD_LENGTH } from '#domain/password.ts';
import { parseEnvironment } from '#platform/environment/environment.ts';
import { runAsProgram } from '#platform/process/program.ts';
import { say } from '#platform/process/progress.ts';
import { Refusal } from '#platform/process/refusal.ts';
import { accountFrom, checkPassword, type NewAccount } from './account.ts';
import { askPassword } from './ask-password.ts';
import { reachDatabase } from './running.ts';
import { secretFor } from './secrets.ts';

await runAsProgram(async () => {
  const account = accountFrom(argv.slice(2));
  const settings = parseEnvironment(process.env);
  const secret = await secretFor(settings);
  const typed = await askPassword(
    `Password for ${account.email}, at least ${PASSWORD_LENGTH} characters`,
  );
  const password = await checkPassword(typed, account);
  const database = await reachDatabase(settings);
  try {
    await create(account, password, { DATABASE_URI: database.uri, PAYLOAD_SECRET: secret });
    say(`${account.email} can sign in at ${settings.SITE_URL}/admin.`);
  } finally {
    await database.stop();
  }
  process.exit(0);
});

async function create(
  { email, roles, name }: NewAccount,
  password: string,
  environment: Record<string, string>,
): Promise<void> {
  Object.assign(process.env, environment);
  const { payload: open } = await import('#data/payload.ts');
  const payload = await open();
  // System: whoever can run this on the server needs no account to make one.
  const asSystem = { collection: 'users', overrideAccess: true } as const;
  const { totalDocs } = await payload.count({ ...asSystem, where: { email: { equals: email } } });
  if (totalDocs > 0) throw new Refusal(`There is an account for ${email} already.`);
  await payload.create({ ...asSystem, data: { email, password, roles, name } });
  await payload.destroy();
}
