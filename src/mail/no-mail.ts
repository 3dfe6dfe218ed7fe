import type { EmailAdapter } from 'payload';

/**
 * Sends nothing. Without an adapter Payload would write every address and subject into the log, the
 * requests for a new password among them.
 */
export const noMail: EmailAdapter = () => ({
  name: 'none',
  defaultFromAddress: 'no-reply@localhost',
  defaultFromName: 'Throughcare',
  sendEmail: async () => undefined,
});
