import { nodemailerAdapter } from '@payloadcms/email-nodemailer';
import type { EmailAdapter } from 'payload';
import { env } from '#platform/environment/env.ts';
import { logFailure } from '#platform/http/log.ts';
import { noMail } from './no-mail.ts';
import { MailFailed, sendMail, transport } from './smtp.ts';

/**
 * How Payload itself sends: new passwords for staff, at once and never through the outbox. A failure is
 * logged by its code and not passed on, or the answer would tell which addresses have accounts.
 */
const throughSmtp = async (): Promise<EmailAdapter> => {
  const adapter = await nodemailerAdapter({
    defaultFromAddress: env.MAIL_FROM,
    defaultFromName: 'Throughcare',
    transport: transport(),
    skipVerify: true,
  });
  return (args) => ({
    ...adapter(args),
    async sendEmail(message) {
      try {
        await sendMail(message);
      } catch (error) {
        logFailure(`mail ${error instanceof MailFailed ? error.code : ''}`, error);
      }
    },
  });
};

export const mail = env.SMTP_URL ? throughSmtp() : noMail;
