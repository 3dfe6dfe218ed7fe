import { findReceipt, type StoredReceipt } from '#data/receipts.ts';
import { withdrawalPath } from '#domain/addresses.ts';
import type { BusinessHours } from '#domain/business-hours.ts';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { promiseInWords } from '#domain/promise.ts';
import { momentInWords } from '#domain/time-zone.ts';
import { COPY } from '#forms/copy.ts';
import { businessHoursOf } from '#forms/form-definition.ts';
import { type Answer, page, type Visit } from '#site/page.ts';
import { ReceiptPage, type ReceiptPageProps } from '#site/views/receipt.tsx';

export default ReceiptPage;

export const getServerSideProps = page(load);

async function load({
  params,
  path,
  reader,
  frame,
  now,
}: Visit): Promise<Answer<ReceiptPageProps>> {
  const stored = await findReceipt(params.receipt ?? '');
  if (!stored) return 'withheld';
  const hours = businessHoursOf(await reader.global('site'));
  const { promise, next } = COPY[stored.kind];
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
