import { findReceipt, type StoredReceipt } from '#data/receipts.ts';
import type { BusinessHours } from '#domain/business-hours.ts';
import { formatContactPromise } from '#domain/contact-promise.ts';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { withdrawalPath } from '#domain/site-paths.ts';
import { formatMoment } from '#domain/time-zone.ts';
import { businessHoursOf } from '#forms/form-definition.ts';
import { FORM_KINDS } from '#forms/kinds.ts';
import { page } from '#site/page.ts';
import type { LoadResult, PageContext } from '#site/page-types.ts';
import { ReceiptPage, type ReceiptPageProps } from '#site/views/receipt.tsx';

export default ReceiptPage;

export const getServerSideProps = page(load);

async function load({
  params,
  path,
  reader,
  siteLayout,
  now,
}: PageContext): Promise<LoadResult<ReceiptPageProps>> {
  const receipt = await findReceipt(params.receipt ?? '');
  if (!receipt) return 'withheld';
  const hours = businessHoursOf(await reader.findGlobal('site'));
  const { promise, nextSteps } = FORM_KINDS[receipt.kind].copy;
  return {
    view: {
      reference: receipt.reference,
      received: formatReceiptMoment(receipt.receivedAt, hours.timeZone),
      promise: promise(describePromisedTime(receipt, hours, now)),
      next: nextSteps,
      phoneLine: siteLayout.phoneLine,
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

/** Describes the time slot that the visitor chose, or when an answer was promised as the submission came in. */
function describePromisedTime(
  { slot, receivedAt, timeZone }: StoredReceipt,
  hours: BusinessHours,
  now: Date,
): string {
  return slot
    ? `on ${formatReceiptMoment(slot, timeZone ?? hours.timeZone)}`
    : formatContactPromise(hours, new Date(receivedAt), DEFAULT_LOCALE, now);
}

const formatReceiptMoment = (at: string, timeZone: string): string =>
  formatMoment(new Date(at), timeZone, DEFAULT_LOCALE);
