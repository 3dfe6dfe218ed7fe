import type { Environment } from '#platform/environment/environment.ts';
import { Refusal } from '#platform/process/refusal.ts';

/**
 * The secret that signs sessions. Nobody but the operator can say what it is for a database of their own.
 * @throws Refusal if it is not set
 */
export function requireSecret({ PAYLOAD_SECRET }: Pick<Environment, 'PAYLOAD_SECRET'>): string {
  if (PAYLOAD_SECRET) return PAYLOAD_SECRET;
  throw new Refusal(
    'PAYLOAD_SECRET must be set when DATABASE_URI is: at least 32 characters that nobody can guess.',
  );
}
