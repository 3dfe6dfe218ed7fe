import type { EmailAdapter } from 'payload';

/**
 * Sends nothing, and says no more than that. Without an adapter Payload would write every address and
 * subject into the log, the requests for a new password among them.
 */
export const noMail: EmailAdapter = ({ payload }) => ({
  name: 'none',
  defaultFromAddress: 'no-reply@localhost',
  defaultFromName: 'Throughcare',
  async sendEmail() {
    payload.logger.warn('A mail could not be sent: no mail server is set up.');
  },
});
