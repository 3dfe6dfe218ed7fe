import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Refusal } from '#platform/process/refusal.ts';

const USAGE = 'npm run purge -- --to http://127.0.0.1:6081 (--to again for each other cache)';

const address = z.url({ protocol: /^https?$/ });

/**
 * Reads what was typed behind `npm run purge --`.
 * @returns where the caches listen
 * @throws Refusal that says what is missing or wrong
 */
export function targetsFrom(args: string[]): string[] {
  const targets = parse(args);
  if (targets.length === 0) throw new Refusal(`Say which caches to purge: ${USAGE}`);
  for (const target of targets) {
    if (!address.safeParse(target).success) {
      throw new Refusal('--to must be the address of a cache, like http://127.0.0.1:6081.');
    }
  }
  return [...new Set(targets)];
}

function parse(args: string[]): string[] {
  try {
    return parseArgs({ args, options: { to: { type: 'string', multiple: true } } }).values.to ?? [];
  } catch (cause) {
    throw new Refusal(`This is not understood. ${USAGE}`, { cause });
  }
}
