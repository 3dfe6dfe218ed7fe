import nodemailer, { type SendMailOptions, type Transporter } from 'nodemailer';
import { env } from '#platform/environment/env.ts';
import { within } from '#platform/http/deadline.ts';

/** A mail server that takes longer is not waited for. */
const CONNECT_MS = 10_000;
const SOCKET_MS = 20_000;
const SEND_MS = 40_000;

/**
 * A mail was not taken. The message is the code alone, because it is stored with the job and logged:
 * what a mail server says repeats addresses.
 */
export class MailFailed extends Error {
  override readonly name = 'MailFailed';
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

let made: Transporter | undefined;

/** The connection to the mail server that is set up. It is made when there is something to send. */
export function transport(): Transporter {
  if (!env.SMTP_URL) throw new MailFailed('mail-not-set-up');
  made ??= nodemailer.createTransport({
    url: env.SMTP_URL,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SOCKET_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return made;
}

/**
 * Hands a mail over; resolves once the server has taken it for at least one of its recipients.
 * @throws MailFailed
 */
export async function sendMail(mail: SendMailOptions): Promise<void> {
  try {
    await within(SEND_MS, transport().sendMail({ from: env.MAIL_FROM, ...mail }));
  } catch (error) {
    throw failed(error);
  }
}

/** Never the error itself: it repeats addresses. */
function failed(error: unknown): MailFailed {
  if (error instanceof MailFailed) return error;
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  if (typeof responseCode === 'number') return new MailFailed(`mail-${responseCode}`);
  return new MailFailed(
    typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code) ? `mail-${code}` : 'mail-unknown',
  );
}
