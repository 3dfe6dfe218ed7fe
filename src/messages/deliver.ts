import type { PayloadRequest } from 'payload';
import { env } from '#env.ts';
import type { FormSubmission } from '#payload-types.ts';
import { MessageFailed } from './message-failed.ts';
import { type Around, MESSAGES, type MessageName, type Words } from './messages.ts';
import { coordinatorAddresses } from './recipients.ts';
import { textProvider } from './texts/provider.ts';

/**
 * Hands a message over to its channel.
 * @throws whatever the channel throws; MessageFailed if it is not set up
 */
export async function deliver(
  name: MessageName,
  request: FormSubmission,
  req: PayloadRequest,
): Promise<void> {
  const { channel, to, words } = MESSAGES[name];
  const said: Words = words(await around(request, req));
  if (channel === 'text') return text(request.phoneE164 ?? '', said);
  const addresses = to === 'visitor' ? [request.email ?? ''] : await coordinatorAddresses(req);
  if (addresses.length > 0) await mail(name, request.id, addresses, said, req);
}

async function around(
  { id, reference, receipt }: FormSubmission,
  req: PayloadRequest,
): Promise<Around> {
  const { name } = await req.payload.findGlobal({
    slug: 'site',
    depth: 0,
    overrideAccess: false,
    req,
  });
  return { brand: name, origin: env.SITE_URL, id, reference, receipt };
}

async function text(to: string, { text: body }: Words): Promise<void> {
  const provider = textProvider();
  if (!provider) throw new MessageFailed('text-not-set-up', false);
  await provider.send(to, body);
}

/** Nobody reads in it who else got it; the same message again has the same Message-ID. */
async function mail(
  name: MessageName,
  submission: string,
  addresses: string[],
  words: Words,
  req: PayloadRequest,
): Promise<void> {
  await req.payload.sendEmail({
    ...words,
    to: 'undisclosed-recipients:;',
    envelope: { from: env.MAIL_FROM, to: addresses },
    messageId: `<${name}.${submission}@${new URL(env.SITE_URL).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
}
