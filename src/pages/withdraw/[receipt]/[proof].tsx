import { channelWithdrawalPath } from '#domain/addresses.ts';
import { type Answer, page, type Visit } from '#site/page.ts';
import { WithdrawPage, type WithdrawPageProps } from '#site/views/withdraw.tsx';
import { findChannel, withdrawByMessage } from '#submissions/withdrawal/by-message.ts';

export default WithdrawPage;

export const getServerSideProps = page(load, { takesPosts: true });

/** A visit asks and a post does it: programs that try the links of a message withdraw for nobody. */
async function load({
  params: { receipt = '', proof = '' },
  req,
  refused,
  path,
  frame,
  now,
}: Visit): Promise<Answer<WithdrawPageProps>> {
  const found = await findChannel(receipt, proof);
  if (!found) return 'withheld';
  const own = channelWithdrawalPath(receipt, proof);
  if (req.method === 'POST' && !refused) {
    await withdrawByMessage(receipt, proof, now);
    return { redirect: own };
  }
  const { reference, channel, withdrawn } = found;
  return {
    view: {
      reference,
      withdrawn,
      scope: channel,
      path: own,
      receiptPath: `/requests/received/${receipt}`,
      failed: refused !== undefined,
      crisisLines: frame.crisisLines,
      phoneLine: frame.phoneLine,
    },
    head: {
      title: withdrawn ? 'We will not contact you' : 'Stop all contact',
      description: 'Tell us not to contact you any more.',
      path,
      noIndex: true,
    },
    status: refused?.status,
    retryAfterS: refused?.retryAfterS,
    cache: 'never',
  };
}
