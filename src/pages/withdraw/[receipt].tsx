import { withdrawalPath } from '#domain/site-paths.ts';
import { page } from '#site/page.ts';
import type { LoadResult, PageContext } from '#site/page-types.ts';
import { WithdrawPage, type WithdrawPageProps } from '#site/views/withdraw.tsx';
import {
  findWithdrawableSubmission,
  withdrawByReceipt,
} from '#submissions/withdrawal/withdraw-by-receipt.ts';

export default WithdrawPage;

export const getServerSideProps = page(load, { acceptsPosts: true });

/** GET asks for confirmation, POST withdraws: link scanners of mail programs follow links, and must not withdraw. */
async function load({
  params,
  req,
  postError,
  path,
  siteLayout,
  now,
}: PageContext): Promise<LoadResult<WithdrawPageProps>> {
  const receipt = params.receipt ?? '';
  const submission = await findWithdrawableSubmission(receipt);
  if (!submission) return 'withheld';
  if (req.method === 'POST' && !postError) {
    await withdrawByReceipt(receipt, now);
    return { redirect: withdrawalPath(receipt) };
  }
  return {
    view: {
      ...submission,
      scope: 'request',
      path: withdrawalPath(receipt),
      receiptPath: `/requests/received/${receipt}`,
      failed: postError !== undefined,
      crisisLines: siteLayout.crisisLines,
      phoneLine: siteLayout.phoneLine,
    },
    head: {
      title: submission.withdrawn ? 'Your request is taken back' : 'Take your request back',
      description: 'Tell us that you do not want an answer to this request.',
      path,
      noIndex: true,
    },
    status: postError?.status,
    retryAfterS: postError?.retryAfterS,
    cache: 'never',
  };
}
