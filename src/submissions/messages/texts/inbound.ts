import { limiter } from '#data/limiter.ts';
import { payload } from '#data/payload.ts';
import { servedCountriesOf, textsPerHourOf } from '#domain/calls-and-texts.ts';
import { concernAbout } from '#domain/number-concerns.ts';
import { askedOf, type TextAsks } from '#domain/stop-words.ts';
import { env } from '#platform/environment/env.ts';
import { helpReply } from '#submissions/messages/messages.ts';
import { inTransaction } from '#submissions/pipeline/transaction.ts';
import { withdrawContact } from '#submissions/withdrawal/withdraw.ts';
import { countText } from './hourly-limit.ts';

/** A number in E.164: whoever else may write, nobody can be reached there. */
const NUMBER = /^\+[1-9]\d{6,14}$/;

/** Two machines that answer each other would do so for ever, and take the hour's texts from visitors. */
const repliesTo = limiter({ name: 'text-replies', points: 3, seconds: 60 * 60 });

/**
 * Does what a text message asks for, and says what to reply, if anything. That the message comes again
 * does no harm. A withdrawal is lifted by none: a new consent takes new evidence.
 * @param fields what Twilio tells of the message; nothing of it is stored or logged
 */
export async function answerText(fields: URLSearchParams, at: Date): Promise<string | undefined> {
  const asks = asksOf(fields);
  const phoneE164 = fields.get('From') ?? '';
  if (asks === 'stop' && NUMBER.test(phoneE164)) {
    await inTransaction((req) => withdrawContact({ phoneE164 }, { source: 'text' }, at, req));
  }
  // Who stops is told so by the provider, and nothing more.
  if (asks !== 'help' && asks !== 'unclear') return undefined;
  const api = await payload();
  const site = await api.findGlobal({
    slug: 'site',
    depth: 0,
    select: { name: true, servedCountries: true, textsPerHour: true },
    // Anyone may read it: it stands on the site.
    overrideAccess: false,
  });
  // What costs more than a text at home is not answered by a machine.
  if (concernAbout(phoneE164, servedCountriesOf(site))) return undefined;
  if (!(await repliesTo(phoneE164)).ok) return undefined;
  if (!(await countText(api, textsPerHourOf(site), at))) return undefined;
  return helpReply({ brand: site.name, origin: env.SITE_URL });
}

/** Where the provider has understood such a word itself, it says so, and has answered already. */
function asksOf(fields: URLSearchParams): TextAsks {
  const understood = fields.get('OptOutType');
  if (understood) return understood === 'STOP' ? 'stop' : 'nothing';
  return askedOf(fields.get('Body') ?? '');
}
