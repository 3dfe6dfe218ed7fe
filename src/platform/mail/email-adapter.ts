import { nodemailerAdapter } from '@payloadcms/email-nodemailer';
import type { EmailAdapter } from 'payload';
import { env } from '#platform/environment/env.ts';
import { logFailure } from '#platform/log/log-failure.ts';
import { disabledEmailAdapter } from './disabled-email-adapter.ts';
import { MailError, sendMail, smtpTransport } from './smtp.ts';

/**
 * Creates the adapter for Payload's own mails (new passwords for staff), which do not go through the outbox. A failure
 * is logged by its code and not thrown: a response with an error would reveal which addresses have accounts.
 */
const createSmtpAdapter = async (): Promise<EmailAdapter> => {
  const adapter = await nodemailerAdapter({
    defaultFromAddress: env.MAIL_FROM,
    defaultFromName: 'Throughcare',
    transport: smtpTransport(),
    skipVerify: true,
  });
  return (args) => ({
    ...adapter(args),
    async sendEmail(message) {
      try {
        await sendMail(message);
      } catch (error) {
        logFailure('mail-failed', error, {
          reply: error instanceof MailError ? error.code : undefined,
        });
      }
    },
  });
};

/** Payload's email adapter: SMTP if `SMTP_URL` is set, disabled otherwise. */
export const emailAdapter = env.SMTP_URL ? createSmtpAdapter() : disabledEmailAdapter;
