import { check } from './check.ts';
import { evidenceOf } from './consent.ts';
import { type Receipt, save } from './save.ts';
import type { Sender } from './sender.ts';
import type { Sent } from './sent.ts';
import { suspect } from './suspect.ts';

/**
 * The way of a request, the same for both doors: check, consent, suspect, save.
 * @throws Refused if it is not taken
 */
export async function take(sent: Sent, sender: Sender): Promise<Receipt> {
  const checked = await check(sent, sender.at);
  const consent = await evidenceOf(checked.request, checked.site.name);
  const suspected = await suspect(checked, sender);
  return save({ ...checked, key: sent.key, consent, sender, ...suspected });
}
