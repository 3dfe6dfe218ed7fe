import type { EmailAdapter } from 'payload';
import { logWarning } from '#platform/log/log-failure.ts';

/**
 * Email adapter that sends nothing and logs a warning. Without an adapter, Payload would log the address and subject of
 * every mail, including those with a link for a new password.
 */
export const disabledEmailAdapter: EmailAdapter = () => ({
  name: 'none',
  defaultFromAddress: 'no-reply@localhost',
  defaultFromName: 'Throughcare',
  async sendEmail() {
    logWarning('mail-disabled');
  },
});
