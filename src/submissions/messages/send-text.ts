import type { PayloadRequest } from 'payload';
import { servedCountriesOf, textsPerHourOf } from '#domain/call-and-text-settings.ts';
import { assessPhoneNumber } from '#domain/phone-number-signals.ts';
import type { FormSubmission } from '#payload-types.ts';
import { runInRequestTransaction } from '#platform/database/transaction.ts';
import { withdrawContact } from '#submissions/withdrawal/withdraw-contact.ts';
import { countText } from './texts/hourly-limit.ts';
import { TextError } from './texts/text-error.ts';
import { getTextProvider } from './texts/text-provider.ts';

/**
 * Sends a text to the number of a submission, unless the number needs a person's decision or the hourly limit of
 * Site is reached. If the provider reports that the person opted out, their phone is withdrawn, but not the email
 * address of the submission.
 * @throws TextError
 */
export async function sendText(
  { phoneE164 }: FormSubmission,
  body: string,
  req: PayloadRequest,
): Promise<void> {
  const provider = getTextProvider();
  if (!provider) throw new TextError('text-not-set-up', 'later');
  if (!phoneE164) throw new TextError('text-no-number', 'never');
  const site = await req.payload.findGlobal({ slug: 'site', depth: 0, overrideAccess: false, req });
  if (assessPhoneNumber(phoneE164, servedCountriesOf(site))) {
    throw new TextError('text-not-served', 'never');
  }
  if (!(await countText(req.payload, textsPerHourOf(site), new Date()))) {
    throw new TextError('text-hourly-limit', 'later');
  }
  try {
    await provider.send(phoneE164, body);
  } catch (error) {
    if (error instanceof TextError && error.outcome === 'stopped') {
      await runInRequestTransaction(req, () =>
        withdrawContact({ phoneE164 }, { source: 'text' }, new Date(), req),
      );
    }
    throw error;
  }
}
