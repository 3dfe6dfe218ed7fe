import type { PayloadRequest } from 'payload';
import { servedCountriesOf, textsPerHourOf } from '#domain/calls-and-texts.ts';
import { concernAbout } from '#domain/number-concerns.ts';
import type { FormSubmission } from '#payload-types.ts';
import { inOneTransaction } from '#platform/database/one-transaction.ts';
import { withdrawContact } from '#submissions/withdrawal/withdraw.ts';
import { countText } from './texts/hourly-limit.ts';
import { textProvider } from './texts/provider.ts';
import { TextFailed } from './texts/text-failed.ts';

/**
 * Texts to the number of a request, unless that is for a person to decide on, or as many texts went out
 * in this hour as Site allows. Where the provider says that the person has told it to stop, they have
 * withdrawn that phone: of an address that came with it, it says nothing.
 * @throws TextFailed
 */
export async function textTo(
  { phoneE164 }: FormSubmission,
  body: string,
  req: PayloadRequest,
): Promise<void> {
  const provider = textProvider();
  if (!provider) throw new TextFailed('text-not-set-up', 'later');
  if (!phoneE164) throw new TextFailed('text-no-number', 'never');
  const site = await req.payload.findGlobal({ slug: 'site', depth: 0, overrideAccess: false, req });
  if (concernAbout(phoneE164, servedCountriesOf(site))) {
    throw new TextFailed('text-not-served', 'never');
  }
  if (!(await countText(req.payload, textsPerHourOf(site), new Date()))) {
    throw new TextFailed('text-hourly-limit', 'later');
  }
  try {
    await provider.send(phoneE164, body);
  } catch (error) {
    if (error instanceof TextFailed && error.outcome === 'stopped') {
      await inOneTransaction(req, () =>
        withdrawContact({ phoneE164 }, { source: 'text' }, new Date(), req),
      );
    }
    throw error;
  }
}
