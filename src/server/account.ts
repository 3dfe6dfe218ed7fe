import { parseArgs } from 'node:util';
import { z } from 'zod';
import { whyNotPassword } from '#domain/password.ts';
import { ROLES, type Role } from '#domain/roles.ts';
import { Refusal } from '#platform/process/refusal.ts';

const USAGE =
  'npm run user -- create --email you@example.org --roles editor,admin [--name "Your name"]';

export interface NewAccount {
  email: string;
  roles: Role[];
  name: string;
}

const emailAddress = z.email();

/**
 * Reads what was typed behind `npm run user --`.
 * @throws Refusal that says what is missing or wrong
 */
export function accountFrom(args: string[]): NewAccount {
  const { positionals, values } = parse(args);
  if (positionals.join(' ') !== 'create') throw new Refusal(`Say what to do: ${USAGE}`);
  const { email, roles, name } = values;
  if (!email) throw new Refusal(`Say whose account it is: ${USAGE}`);
  if (!emailAddress.safeParse(email).success) {
    throw new Refusal('--email must be an email address, like you@example.org.');
  }
  return { email: email.toLowerCase(), roles: rolesFrom(roles), name: name?.trim() || email };
}

function parse(args: string[]) {
  try {
    const options = { email: text, roles: text, name: text };
    return parseArgs({ args, allowPositionals: true, options });
  } catch (cause) {
    throw new Refusal(`This is not understood. ${USAGE}`, { cause });
  }
}

const text = { type: 'string' } as const;

function rolesFrom(typed: string | undefined): Role[] {
  const names = (typed ?? '').split(',').map((name) => name.trim());
  const known = names.filter((name): name is Role => ROLES.some((role) => role === name));
  if (known.length < names.length) {
    throw new Refusal(`--roles must be one or more of ${ROLES.join(', ')}, with commas between.`);
  }
  return [...new Set(known)];
}

/** @throws Refusal if the password is too short, or one that others would guess */
export async function checkPassword(
  password: string,
  { email, name }: Pick<NewAccount, 'email' | 'name'>,
): Promise<string> {
  const why = await whyNotPassword(password, [email, name, 'Throughcare']);
  if (why) throw new Refusal(why);
  return password;
}
