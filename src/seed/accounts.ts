import type { TypedUser } from 'payload';
import { SAMPLE_PASSWORD } from '#platform/sign-in/strong-password.ts';
import { ACCOUNTS, type DemoEmail } from './demo/accounts.ts';
import { type Desk, hand } from './desk.ts';
import { ensure } from './write.ts';

// DEMO_PASSWORD may be shorter than what people choose in the admin.
const WITH_PASSWORD = { [SAMPLE_PASSWORD]: true };

/** Makes the sample accounts that are not there, and answers with all of them, ready to do their work. */
export async function ensureAccounts(
  desk: Desk,
  password: string,
): Promise<Record<DemoEmail, TypedUser>> {
  const people = new Map<string, TypedUser>();
  // System until there is an administrator, who makes the others.
  let maker = desk;
  for (const account of ACCOUNTS) {
    const { email } = account;
    const id = await ensure(
      maker,
      'users',
      { email: { equals: email } },
      { ...account, password },
      WITH_PASSWORD,
    );
    const user = await desk.payload.findByID({ collection: 'users', id, depth: 0, ...hand(maker) });
    people.set(email, user as TypedUser);
    if (maker === desk) maker = { ...desk, user: user as TypedUser };
  }
  return Object.fromEntries(people) as Record<DemoEmail, TypedUser>;
}
