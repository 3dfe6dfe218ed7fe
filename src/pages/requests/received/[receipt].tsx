import { findReceipt, type StoredReceipt } from '#data/receipts.ts';
import { withdrawalPath } from '#domain/addresses.ts';
import type { BusinessHours } from '#domain/business-hours.ts';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { promiseInWords } from '#domain/promise.ts';
import { momentInWords } from '#domain/time-zone.ts';
import { businessHoursOf } from '#forms/asked.ts';
import { WORDS } from '#forms/words.ts';
import { type Answer, page, type Visit } from '#site/page.ts';
import { ReceiptView, type ReceiptViewProps } from '#site/views/receipt.tsx';

export default ReceiptView;

export const getServerSideProps = page(load);

async function load({
  params,
  path,
  reader,
  frame,
  now,
}: Visit): Promise<Answer<ReceiptViewProps>> {
  const stored = await findReceipt(params.receipt ?? '');
  if (!stored) return 'withheld';
  const hours = businessHoursOf(await reader.global('site'));
  const { promise, next } = WORDS[stored.kind];
  return {
    view: {
      reference: stored.reference,
      received: inWords(stored.receivedAt, hours.timeZone),
      promise: promise(whenInWords(stored, hours, now)),
      next,
      phoneLine: frame.phoneLine,
      withdrawPath: withdrawalPath(params.receipt ?? ''),
    },
    head: {
      title: 'We have your request',
      description: 'What happens next with your request.',
      path,
      noIndex: true,
    },
    cache: 'never',
  };
}

/** The time that was chosen, or the opening that was promised when the request came in. */
function whenInWords(
  { slot, receivedAt, timeZone }: StoredReceipt,
  hours: BusinessHours,
  now: Date,
): string {
  return slot
    ? `on ${inWords(slot, timeZone ?? hours.timeZone)}`
    : promiseInWords(hours, new Date(receivedAt), DEFAULT_LOCALE, now);
}

const inWords = (at: string, timeZone: string): string =>
  momentInWords(new Date(at), timeZone, DEFAULT_LOCALE);
