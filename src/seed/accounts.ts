import type { TypedUser } from 'payload';
import { SAMPLE_PASSWORD } from '#platform/sign-in/strong-password.ts';
import { ACCOUNTS, type DemoEmail } from './demo/accounts.ts';
import { accessOptions, type LocalApiClient } from './local-api-client.ts';
import { ensureDocument } from './write-documents.ts';

// DEMO_PASSWORD may be shorter than the passwords that people choose in the admin.
const WITH_PASSWORD = { [SAMPLE_PASSWORD]: true };

/** Creates the demo accounts that are missing. Returns all of them as users who can act through the Local API. */
export async function ensureDemoAccounts(
  client: LocalApiClient,
  password: string,
): Promise<Record<DemoEmail, TypedUser>> {
  const users = new Map<string, TypedUser>();
  // The system creates the administrator, who creates the other accounts.
  let creator = client;
  for (const account of ACCOUNTS) {
    const { email } = account;
    const id = await ensureDocument(
      creator,
      'users',
      { email: { equals: email } },
      { ...account, password },
      WITH_PASSWORD,
    );
    const user = await client.payload.findByID({
      collection: 'users',
      id,
      depth: 0,
      ...accessOptions(creator),
    });
    users.set(email, user as TypedUser);
    if (creator === client) creator = { ...client, user: user as TypedUser };
  }
  return Object.fromEntries(users) as Record<DemoEmail, TypedUser>;
}
