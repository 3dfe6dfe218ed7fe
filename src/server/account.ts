import { parseArgs } from 'node:util';
import { z } from 'zod';
import { findPasswordProblem } from '#domain/password.ts';
import { ROLES, type Role } from '#domain/roles.ts';
import { OperatorError } from '#platform/process/operator-error.ts';

const USAGE =
  'npm run user -- create --email you@example.org --roles editor,admin [--name "Your name"]';

export interface NewAccount {
  email: string;
  roles: Role[];
  name: string;
}

const emailAddress = z.email();

/**
 * Parses the arguments of `npm run user --`.
 * @throws OperatorError naming the argument that is missing or invalid
 */
export function parseAccountArguments(args: string[]): NewAccount {
  const { positionals, values } = parseOptions(args);
  if (positionals.join(' ') !== 'create') throw new OperatorError(`Say what to do: ${USAGE}`);
  const { email, roles, name } = values;
  if (!email) throw new OperatorError(`Say whose account it is: ${USAGE}`);
  if (!emailAddress.safeParse(email).success) {
    throw new OperatorError('--email must be an email address, like you@example.org.');
  }
  return { email: email.toLowerCase(), roles: parseRoles(roles), name: name?.trim() || email };
}

function parseOptions(args: string[]) {
  try {
    const options = { email: stringOption, roles: stringOption, name: stringOption };
    return parseArgs({ args, allowPositionals: true, options });
  } catch (cause) {
    throw new OperatorError(`These arguments are not valid. Use: ${USAGE}`, { cause });
  }
}

const stringOption = { type: 'string' } as const;

function parseRoles(list: string | undefined): Role[] {
  const names = (list ?? '').split(',').map((name) => name.trim());
  const roles = names.filter((name): name is Role => ROLES.some((role) => role === name));
  if (roles.length < names.length) {
    throw new OperatorError(
      `--roles must be one or more of ${ROLES.join(', ')}, with commas between.`,
    );
  }
  return [...new Set(roles)];
}

/**
 * Returns the password if it is long enough and hard to guess.
 * @throws OperatorError with the reason otherwise
 */
export async function checkPassword(
  password: string,
  { email, name }: Pick<NewAccount, 'email' | 'name'>,
): Promise<string> {
  const why = await findPasswordProblem(password, [email, name, 'Throughcare']);
  if (why) throw new OperatorError(why);
  return password;
}
