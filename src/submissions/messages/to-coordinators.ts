import type { SendMailOptions } from 'nodemailer';
import type { PayloadRequest } from 'payload';
import type { Role } from '#domain/roles.ts';
import { env } from '#platform/environment/env.ts';
import { MailFailed, sendMail } from '#platform/mail/smtp.ts';

const TOLD: Role[] = ['coordinator', 'lead'];

/**
 * One mail to all who take requests; none of them sees in it who the others are.
 * @throws MailFailed also where there is nobody to take requests
 */
export async function mailToCoordinators(mail: SendMailOptions, req: PayloadRequest) {
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { roles: { in: TOLD } },
    select: { email: true },
    pagination: false,
    depth: 0,
    // System: the worker is nobody, and mails colleagues.
    overrideAccess: true,
    req,
  });
  if (docs.length === 0) throw new MailFailed('mail-no-coordinator');
  const to = docs.map(({ email }) => email);
  await sendMail({ ...mail, to: env.MAIL_FROM, envelope: { from: env.MAIL_FROM, to } });
}
