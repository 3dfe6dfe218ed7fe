import { once } from 'node:events';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface Mailbox {
  /** What SMTP_URL has to be for mails to come here. */
  url: string;
  /** All that came, in the order in which it came. */
  mails: ParsedMail[];
  /** To whom each of them was handed over, in the same order. */
  recipients: string[][];
  /** A status that it turns mails away with from now on; undefined to take them again. */
  refuseWith: number | undefined;
  close(): Promise<void>;
}

/** A mail server on a free port of this machine, which takes every mail. */
export async function openMailbox(): Promise<Mailbox> {
  const mails: ParsedMail[] = [];
  const recipients: string[][] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, { envelope }, done) {
      if (mailbox.refuseWith) {
        stream.resume();
        const words = `${envelope.rcptTo[0]?.address} is not known here`;
        done(Object.assign(new Error(words), { responseCode: mailbox.refuseWith }));
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
    // A sender that is killed leaves a broken connection behind; its mail comes again.
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const mailbox: Mailbox = {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    recipients,
    refuseWith: undefined,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return mailbox;
}
