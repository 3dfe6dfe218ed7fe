import { once } from 'node:events';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** An SMTP server that keeps every mail in memory. */
export interface Mailbox {
  /** Value of SMTP_URL for a site that sends its mails here. */
  url: string;
  /** Received mails, oldest first. */
  mails: ParsedMail[];
  /** Envelope recipients of each mail, in the same order. */
  recipients: string[][];
  /** SMTP status that rejects each further mail; undefined to accept mails again. */
  rejectWith: number | undefined;
  close(): Promise<void>;
}

/** Starts a mail server on a free local port. */
export async function openMailbox(): Promise<Mailbox> {
  const mails: ParsedMail[] = [];
  const recipients: string[][] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, { envelope }, done) {
      if (mailbox.rejectWith) {
        stream.resume();
        // The recipient's address in the message: the site must not log it.
        const message = `${envelope.rcptTo[0]?.address} is not known here`;
        done(Object.assign(new Error(message), { responseCode: mailbox.rejectWith }));
        return;
      }
      simpleParser(stream).then((mail) => {
        mails.push(mail);
        recipients.push(envelope.rcptTo.map(({ address }) => address));
        done();
      }, done);
    },
  });
  server.on('error', () => {
    // A killed client leaves a broken connection, and sends its mail again.
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const mailbox: Mailbox = {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    recipients,
    rejectWith: undefined,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return mailbox;
}
