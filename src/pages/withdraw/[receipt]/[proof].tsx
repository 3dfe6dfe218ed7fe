import { channelWithdrawalPath } from '#domain/site-paths.ts';
import { page } from '#site/page.ts';
import type { LoadResult, PageContext } from '#site/page-types.ts';
import { WithdrawPage, type WithdrawPageProps } from '#site/views/withdraw.tsx';
import {
  findWithdrawableChannel,
  withdrawByMessage,
} from '#submissions/withdrawal/withdraw-by-message.ts';

export default WithdrawPage;

export const getServerSideProps = page(load, { acceptsPosts: true });

/** GET asks for confirmation, POST withdraws: link scanners of mail programs follow links, and must not withdraw. */
async function load({
  params: { receipt = '', proof = '' },
  req,
  postError,
  path,
  siteLayout,
  now,
}: PageContext): Promise<LoadResult<WithdrawPageProps>> {
  const channelOfReceipt = await findWithdrawableChannel(receipt, proof);
  if (!channelOfReceipt) return 'withheld';
  const ownPath = channelWithdrawalPath(receipt, proof);
  if (req.method === 'POST' && !postError) {
    await withdrawByMessage(receipt, proof, now);
    return { redirect: ownPath };
  }
  const { reference, channel, withdrawn } = channelOfReceipt;
  return {
    view: {
      reference,
      withdrawn,
      scope: channel,
      path: ownPath,
      receiptPath: `/requests/received/${receipt}`,
      failed: postError !== undefined,
      crisisLines: siteLayout.crisisLines,
      phoneLine: siteLayout.phoneLine,
    },
    head: {
      title: withdrawn ? 'We will not contact you' : 'Stop all contact',
      description: 'Tell us not to contact you any more.',
      path,
      noIndex: true,
    },
    status: postError?.status,
    retryAfterS: postError?.retryAfterS,
    cache: 'never',
  };
}
