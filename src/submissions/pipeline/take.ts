import { Refused } from '#domain/submission-error.ts';
import { check } from './check.ts';
import { evidenceOf } from './consent.ts';
import { receiptOfUnchanged } from './first.ts';
import { unchangedKey } from './keys.ts';
import type { Receipt } from './reference.ts';
import { save } from './save.ts';
import type { Sender } from './sender.ts';
import type { Sent } from './sent.ts';
import { suspect } from './suspect.ts';

/**
 * The way of a request, the same for both doors: check, consent, suspect, save.
 * @param allow counts the post; waited for before anything is stored for good; a form's is counted already
 * @throws Refused if it is not taken
 */
export async function take(sent: Sent, sender: Sender, allow = async () => {}): Promise<Receipt> {
  try {
    return await takeNew(sent, sender, allow);
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'invalid') throw error;
    // It can have been right when it came first: a time has gone by since, or the form asks more.
    const before = await receiptOfUnchanged(sent);
    if (before) return before;
    throw error;
  }
}

async function takeNew(sent: Sent, sender: Sender, allow: () => Promise<void>): Promise<Receipt> {
  const checked = await check(sent, sender.at);
  const consent = await evidenceOf(checked.request, checked.site.name, sender.at);
  const suspected = await suspect(checked, sender);
  return save({
    ...checked,
    key: sent.key,
    unchanged: unchangedKey(sent),
    consent,
    sender,
    allow,
    ...suspected,
  });
}
