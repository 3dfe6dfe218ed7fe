import type { EmailAdapter } from 'payload';
import type { LogCode } from '#platform/log/log-codes.ts';

/**
 * Email adapter that sends nothing and logs a warning. Without an adapter, Payload would log the address and subject of
 * every mail, including those with a link for a new password.
 */
export const disabledEmailAdapter: EmailAdapter = ({ payload }) => ({
  name: 'none',
  defaultFromAddress: 'no-reply@localhost',
  defaultFromName: 'Throughcare',
  async sendEmail() {
    payload.logger.warn({ code: 'mail-disabled' satisfies LogCode });
  },
});
