import { check } from './check.ts';
import { evidenceOf } from './consent.ts';
import { type Sender, save } from './save.ts';
import type { Sent } from './sent.ts';

/**
 * The way of a request, the same for both doors: check, consent, save.
 * @returns the name of its receipt
 * @throws Refused if it is not taken
 */
export async function take(sent: Sent, sender: Sender): Promise<string> {
  const checked = await check(sent, sender.at);
  const consent = await evidenceOf(checked.request, checked.site.name);
  return save({ ...checked, key: sent.key, consent, sender });
}
