import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Environment } from '#platform/environment/environment.ts';
import { writePrivately } from '#platform/process/atomic-write.ts';
import { requireSecret } from './boot/secret.ts';

const BYTES = 32;

/**
 * What signs sessions: made and kept by us for the embedded database, named by the operator otherwise.
 * @throws Refusal if it is not named
 */
export const secretFor = async (settings: Environment): Promise<string> =>
  settings.DATABASE_URI
    ? requireSecret(settings)
    : (settings.PAYLOAD_SECRET ?? (await keptSecret(settings.DATA_DIR, 'payload-secret')));

/**
 * What people who withdrew are known by: named by the operator, or made once and kept. It is never
 * changed, and has to be the same wherever the same database is used.
 */
export const suppressionKeyFor = async ({
  SUPPRESSION_KEY,
  DATA_DIR,
}: Pick<Environment, 'SUPPRESSION_KEY' | 'DATA_DIR'>): Promise<string> =>
  SUPPRESSION_KEY ?? (await keptSecret(DATA_DIR, 'suppression-key'));

/**
 * A secret that this installation made for itself and keeps in a folder, readable by its owner alone.
 * @returns 43 characters of base64url, or 64 digits
 */
export async function keptSecret(
  folder: string,
  name: string,
  encoding: 'base64url' | 'hex' = 'base64url',
): Promise<string> {
  const file = path.join(folder, name);
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept) return kept;
  const made = randomBytes(BYTES).toString(encoding);
  await writePrivately(file, made);
  return made;
}
