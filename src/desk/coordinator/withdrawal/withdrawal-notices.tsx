import type { SharedDetail } from '#domain/withdrawal.ts';
import spamStyles from '../spam/spam.module.css';
import withdrawalStyles from './withdrawal.module.css';

/** Notice above a submission that was withdrawn through the link in its receipt. */
export const SubmissionWithdrawnNotice = () => (
  <section className={withdrawalStyles.banner} aria-labelledby="taken-back">
    <h2 id="taken-back">They took this request back</h2>
    <p>Do not contact them about it. If they have sent another request, answer that one.</p>
  </section>
);

const SHARED_NAMES: Record<SharedDetail, string> = {
  phone: 'the same phone number',
  email: 'the same email address',
  answers: 'the same answers',
};

/**
 * Notice above an open submission: another one with the same contact or answers was withdrawn. A coordinator
 * decides what that means.
 */
export function RelatedWithdrawalNotice({ shared }: { shared: readonly SharedDetail[] }) {
  if (shared.length === 0) return null;
  return (
    <section className={spamStyles.notice} aria-labelledby="taken-back-beside">
      <h2 id="taken-back-beside">
        Another request with {shared.map((attribute) => SHARED_NAMES[attribute]).join(' and ')} was
        taken back
      </h2>
      <p>
        We cannot tell whether the same person sent both, so this one stays open. The timeline says
        which one it was. If you speak to them, ask what they want. If they want no contact, record
        a withdrawal.
      </p>
    </section>
  );
}
