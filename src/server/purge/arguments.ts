import { parseArgs } from 'node:util';
import { z } from 'zod';
import { OperatorError } from '#platform/process/operator-error.ts';

const USAGE = 'npm run purge -- --to http://127.0.0.1:6081 (--to again for each other cache)';

const address = z.url({ protocol: /^https?$/ });

/**
 * Parses the arguments of `npm run purge --`.
 * @returns the URLs of the caches, each once
 * @throws OperatorError naming the argument that is missing or invalid
 */
export function parsePurgeArguments(args: string[]): string[] {
  const targets = parseOptions(args);
  if (targets.length === 0) throw new OperatorError(`Say which caches to purge: ${USAGE}`);
  for (const target of targets) {
    if (!address.safeParse(target).success) {
      throw new OperatorError('--to must be the address of a cache, like http://127.0.0.1:6081.');
    }
  }
  return [...new Set(targets)];
}

function parseOptions(args: string[]): string[] {
  try {
    return parseArgs({ args, options: { to: { type: 'string', multiple: true } } }).values.to ?? [];
  } catch (cause) {
    throw new OperatorError(`These arguments are not valid. Use: ${USAGE}`, { cause });
  }
}
