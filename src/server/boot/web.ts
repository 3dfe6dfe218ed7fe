import { env } from '#platform/environment/env.ts';
import { Refusal } from '#platform/process/refusal.ts';
import { checkDatabase, refuseWeakWrites } from './database.ts';
import { requireSecret } from './secret.ts';
import { requireSuppressionKey } from './suppression-key.ts';

/**
 * What has to be true before the first request is answered: a database that keeps what it acknowledges,
 * and all its indexes built.
 * @throws Refusal if something is missing
 */
export async function bootWeb(): Promise<void> {
  requireSecret(env);
  if (!env.DATABASE_URI) throw new Refusal('DATABASE_URI must be set: start with npm start.');
  await checkDatabase(env.DATABASE_URI);
  // Payload waits for its indexes as it connects; it is loaded when there is something to connect to.
  const { payload } = await import('#data/payload.ts');
  const { db } = await payload();
  refuseWeakWrites(db.connection.getClient());
  await requireSuppressionKey(db);
}
