import { withdrawalPath } from '#domain/addresses.ts';
import { type Answer, page, type Visit } from '#site/page.ts';
import { WithdrawPage, type WithdrawPageProps } from '#site/views/withdraw.tsx';
import { findWithdrawable, withdrawByReceipt } from '#submissions/withdrawal/by-receipt.ts';

export default WithdrawPage;

export const getServerSideProps = page(load, { takesPosts: true });

/** A visit asks and a post does it: programs that try the links of a message withdraw for nobody. */
async function load({
  params,
  req,
  refused,
  path,
  frame,
  now,
}: Visit): Promise<Answer<WithdrawPageProps>> {
  const receipt = params.receipt ?? '';
  const request = await findWithdrawable(receipt);
  if (!request) return 'withheld';
  if (req.method === 'POST' && !refused) {
    await withdrawByReceipt(receipt, now);
    return { redirect: withdrawalPath(receipt) };
  }
  return {
    view: {
      ...request,
      scope: 'request',
      path: withdrawalPath(receipt),
      receiptPath: `/requests/received/${receipt}`,
      failed: refused !== undefined,
      crisisLines: frame.crisisLines,
      phoneLine: frame.phoneLine,
    },
    head: {
      title: request.withdrawn ? 'Your request is taken back' : 'Take your request back',
      description: 'Tell us that you do not want an answer to this request.',
      path,
      noIndex: true,
    },
    status: refused?.status,
    retryAfterS: refused?.retryAfterS,
    cache: 'never',
  };
}
