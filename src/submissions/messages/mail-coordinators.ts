import type { SendMailOptions } from 'nodemailer';
import type { PayloadRequest } from 'payload';
import type { Role } from '#domain/roles.ts';
import { env } from '#platform/environment/env.ts';
import { MailError, sendMail } from '#platform/mail/smtp.ts';

const RECIPIENT_ROLES: Role[] = ['coordinator', 'lead'];

/**
 * Sends one mail to all coordinators and leads. It does not show the recipients to each other.
 * @throws MailError also if there is no coordinator or lead
 */
export async function mailCoordinators(mail: SendMailOptions, req: PayloadRequest) {
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { roles: { in: RECIPIENT_ROLES } },
    select: { email: true },
    pagination: false,
    depth: 0,
    // System: the worker has no account, and reads only the addresses of staff.
    overrideAccess: true,
    req,
  });
  if (docs.length === 0) throw new MailError('mail-no-coordinator');
  const to = docs.map(({ email }) => email);
  await sendMail({ ...mail, to: env.MAIL_FROM, envelope: { from: env.MAIL_FROM, to } });
}
