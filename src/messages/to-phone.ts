import type { PayloadRequest } from 'payload';
import { inOneTransaction } from '#hooks/one-transaction.ts';
import type { FormSubmission } from '#payload-types.ts';
import { withdrawContact } from '#withdrawal/withdraw.ts';
import { textProvider } from './texts/provider.ts';
import { TextFailed } from './texts/text-failed.ts';

/**
 * Texts to the number of a request. Where the provider says that the person has told it to stop, they
 * have withdrawn that phone: of an address that came with it, it says nothing.
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
