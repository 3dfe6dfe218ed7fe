import type { LinkView } from '#domain/view-models.ts';
import { Pathway, type PathwayStep } from '#ui/pathway.tsx';
import styles from './receipt.module.css';
import { StopAllContact } from './stop-all-contact.tsx';

export interface ReceiptPageProps {
  reference: string;
  /** When the submission came in, as text. */
  received: string;
  /** The promised response, as a sentence. */
  promise: string;
  next: readonly { title: string; text: string }[];
  phoneLine?: LinkView;
  /** Path of the page on which the visitor can withdraw. */
  withdrawPath: string;
}

/** The receipt of a submission: its reference, what happens next and when, and how to withdraw it. */
export function ReceiptPage({
  reference,
  received,
  promise,
  next,
  phoneLine,
  withdrawPath,
}: ReceiptPageProps) {
  const steps: PathwayStep[] = [
    { title: 'You sent your request', text: `It came in on ${received}.`, isCurrent: true },
    ...next,
  ];
  return (
    <div className={styles.page}>
      <h1>Thank you. We&nbsp;have&nbsp;your&nbsp;request</h1>
      <p className={styles.promise}>{promise}</p>
      <p>
        Your reference is <strong className={styles.reference}>{reference}</strong>. Write it down
        if you can: with it we find your request when you call.
      </p>
      <h2>What happens next</h2>
      <Pathway steps={steps} currentLabel="You are here" />
      <h2>If you change your mind</h2>
      <p>
        You can <a href={withdrawPath}>take your request back</a> at any time, and you do not have
        to say why. We will not contact you about it.
      </p>
      <p>
        <StopAllContact phoneLine={phoneLine} />
      </p>
      <p className={styles.privately}>
        This page does not show your name or how to reach you.{' '}
        <noscript>The back button may still show what you typed. </noscript>
        On a device that you share, you can close this tab now.
      </p>
    </div>
  );
}
