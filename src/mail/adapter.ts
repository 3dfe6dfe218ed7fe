import { nodemailerAdapter } from '@payloadcms/email-nodemailer';
import nodemailer from 'nodemailer';
import type { Config } from 'payload';
import { env } from '#env.ts';
import { noMail } from './no-mail.ts';

/** A mail server that says nothing is given up after so long. */
const PATIENCE_MS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Mail goes out by SMTP where a server is named; else it is not sent. */
export const mailAdapter: Config['email'] = env.SMTP_URL
  ? nodemailerAdapter({
      defaultFromAddress: env.MAIL_FROM,
      defaultFromName: '',
      transport: nodemailer.createTransport(withPatience(env.SMTP_URL)),
      // The server may be away while we start; each mail finds out for itself.
      skipVerify: true,
    })
  : noMail;

/** The library takes its options from the address alone, where it has one. */
function withPatience(address: string): string {
  const url = new URL(address);
  for (const [name, ms] of Object.entries(PATIENCE_MS)) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(ms));
  }
  return url.href;
}
