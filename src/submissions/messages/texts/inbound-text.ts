import { payload } from '#data/payload.ts';
import { createBoundRateLimiter } from '#data/rate-limiter.ts';
import { servedCountriesOf, textsPerHourOf } from '#domain/call-and-text-settings.ts';
import { detectTextIntent, type TextIntent } from '#domain/opt-out-keywords.ts';
import { assessPhoneNumber } from '#domain/phone-number-signals.ts';
import { runInRetriedTransaction } from '#platform/database/transaction.ts';
import { env } from '#platform/environment/env.ts';
import { renderHelpReply } from '#submissions/messages/messages.ts';
import { withdrawContact } from '#submissions/withdrawal/withdraw-contact.ts';
import { countText } from './hourly-limit.ts';

/** Senders without a number in E.164, like short codes, cannot be contacted, so there is nothing to withdraw. */
const E164 = /^\+[1-9]\d{6,14}$/;

/** Stops two machines from answering each other forever and using up the hourly limit. */
const countReply = createBoundRateLimiter({ name: 'text-replies', points: 3, seconds: 60 * 60 });

/**
 * Handles a text message from a visitor: STOP withdraws the phone. It is idempotent. No message lifts a withdrawal,
 * because a new consent needs new evidence.
 * @param fields the parameters of Twilio's webhook; none is stored or logged
 * @returns the reply, or undefined for none
 */
export async function handleInboundText(
  fields: URLSearchParams,
  at: Date,
): Promise<string | undefined> {
  const intent = intentOf(fields);
  const phoneE164 = fields.get('From') ?? '';
  if (intent === 'stop' && E164.test(phoneE164)) {
    await runInRetriedTransaction(payload, (req) =>
      withdrawContact({ phoneE164 }, { source: 'text' }, at, req),
    );
  }
  // The provider itself confirms STOP.
  if (intent !== 'help' && intent !== 'unclear') return undefined;
  const api = await payload();
  const site = await api.findGlobal({
    slug: 'site',
    depth: 0,
    select: { name: true, servedCountries: true, textsPerHour: true },
    // These fields are public.
    overrideAccess: false,
  });
  // An automatic reply must not cost more than a domestic text.
  if (assessPhoneNumber(phoneE164, servedCountriesOf(site))) return undefined;
  if (!(await countReply(phoneE164)).ok) return undefined;
  if (!(await countText(api, textsPerHourOf(site), at))) return undefined;
  return renderHelpReply({ brand: site.name, origin: env.SITE_URL });
}

/** If the provider recognized the keyword itself, it says so and has already replied. */
function intentOf(fields: URLSearchParams): TextIntent {
  const optOutType = fields.get('OptOutType');
  if (optOutType) return optOutType === 'STOP' ? 'stop' : 'nothing';
  return detectTextIntent(fields.get('Body') ?? '');
}
