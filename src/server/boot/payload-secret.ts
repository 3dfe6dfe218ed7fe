import type { Environment } from '#platform/environment/environment.ts';
import { OperatorError } from '#platform/process/operator-error.ts';

/**
 * Returns the secret that signs sessions, as the operator has set it for a database of their own.
 * @throws OperatorError if it is not set
 */
export function requirePayloadSecret({
  PAYLOAD_SECRET,
}: Pick<Environment, 'PAYLOAD_SECRET'>): string {
  if (PAYLOAD_SECRET) return PAYLOAD_SECRET;
  throw new OperatorError(
    'PAYLOAD_SECRET must be set when DATABASE_URI is: at least 32 characters that nobody can guess.',
  );
}
