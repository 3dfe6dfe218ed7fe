import { env } from '#platform/environment/env.ts';
import { OperatorError } from '#platform/process/operator-error.ts';
import { checkDatabase, requireMajorityWrites } from './check-database.ts';
import { requirePayloadSecret } from './payload-secret.ts';
import { requireSuppressionKey } from './suppression-key.ts';

/**
 * Checks what the web process and the worker need before they serve: the secrets, a database with durable writes,
 * and all of its indexes.
 * @throws OperatorError naming what is missing
 */
export async function runStartupChecks(): Promise<void> {
  requirePayloadSecret(env);
  if (!env.DATABASE_URI) throw new OperatorError('DATABASE_URI must be set: start with npm start.');
  await checkDatabase(env.DATABASE_URI);
  // Payload connects when it is loaded, and waits until its indexes are built. So it is loaded after the checks.
  const { payload } = await import('#data/payload.ts');
  const { db } = await payload();
  requireMajorityWrites(db.connection.getClient());
  await requireSuppressionKey(db);
}
