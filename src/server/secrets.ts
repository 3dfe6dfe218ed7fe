import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Environment } from '#platform/environment/environment.ts';
import { writePrivateFile } from '#platform/process/atomic-write.ts';
import { requirePayloadSecret } from './boot/payload-secret.ts';

const BYTES = 32;

/**
 * Returns the secret that signs sessions: generated and stored in the data folder for the embedded database, and set
 * by the operator for a database of their own.
 * @throws OperatorError if the operator has not set it
 */
export const payloadSecretFor = async (settings: Environment): Promise<string> =>
  settings.DATABASE_URI
    ? requirePayloadSecret(settings)
    : (settings.PAYLOAD_SECRET ?? (await loadOrCreateSecret(settings.DATA_DIR, 'payload-secret')));

/**
 * Returns the key that identifies people who withdrew: set by the operator, or generated once and stored in the data
 * folder. It must never change, and must be the same for all instances on a database.
 */
export const suppressionKeyFor = async ({
  SUPPRESSION_KEY,
  DATA_DIR,
}: Pick<Environment, 'SUPPRESSION_KEY' | 'DATA_DIR'>): Promise<string> =>
  SUPPRESSION_KEY ?? (await loadOrCreateSecret(DATA_DIR, 'suppression-key'));

/**
 * Returns a secret from a file that only its owner can read, and generates it at the first call.
 * @returns 43 characters of base64url, or 64 hexadecimal digits
 */
export async function loadOrCreateSecret(
  folder: string,
  name: string,
  encoding: 'base64url' | 'hex' = 'base64url',
): Promise<string> {
  const file = path.join(folder, name);
  const stored = await readFile(file, 'utf8').catch(() => '');
  if (stored) return stored;
  const generated = randomBytes(BYTES).toString(encoding);
  await writePrivateFile(file, generated);
  return generated;
}
