import nodemailer, { type SendMailOptions, type Transporter } from 'nodemailer';
import { env } from '#platform/environment/env.ts';
import { withTimeout } from '#platform/http/timeout.ts';

/** Timeouts: to connect, of a silent socket, and for the whole delivery. */
const CONNECT_MS = 10_000;
const SOCKET_MS = 20_000;
const SEND_MS = 40_000;

/**
 * A mail could not be sent. The message is only the code, because it is logged and stored with the job: the response of
 * a mail server repeats addresses.
 */
export class MailError extends Error {
  // Stored with failed jobs.
  override readonly name = 'MailFailed';
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

let cachedTransport: Transporter | undefined;

/**
 * Returns the transport to the configured mail server; it connects when it sends.
 * @throws MailError if `SMTP_URL` is not set
 */
export function smtpTransport(): Transporter {
  if (!env.SMTP_URL) throw new MailError('mail-not-set-up');
  cachedTransport ??= nodemailer.createTransport({
    url: env.SMTP_URL,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SOCKET_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return cachedTransport;
}

/**
 * Sends a mail. Resolves once the server has accepted it for at least one recipient.
 * @throws MailError
 */
export async function sendMail(mail: SendMailOptions): Promise<void> {
  try {
    await withTimeout(SEND_MS, smtpTransport().sendMail({ from: env.MAIL_FROM, ...mail }));
  } catch (error) {
    throw toMailError(error);
  }
}

/** Reduces an error to its code, because its message repeats addresses. */
function toMailError(error: unknown): MailError {
  if (error instanceof MailError) return error;
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  if (typeof responseCode === 'number') return new MailError(`mail-${responseCode}`);
  return new MailError(
    typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code) ? `mail-${code}` : 'mail-unknown',
  );
}
