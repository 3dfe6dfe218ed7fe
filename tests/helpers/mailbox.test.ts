import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import { openMailbox } from './mailbox.ts';

test('keeps a mail with its headers and text', async () => {
  const mailbox = await openMailbox();
  const mail = { from: 'a@site.example', to: 'b@mail.example', messageId: '<one@site.example>' };
  const transport = createTransport(mailbox.url);
  await transport.sendMail({ ...mail, subject: 'A request is waiting', text: 'Words.' });
  transport.close();
  await mailbox.close();
  expect(mailbox.mails).toMatchObject([
    { messageId: '<one@site.example>', subject: 'A request is waiting', text: 'Words.\n' },
  ]);
});
