import type { LinkView } from '#domain/view-models.ts';
import { Pathway, type PathwayStop } from '#ui/pathway.tsx';
import styles from './receipt.module.css';
import { StopAll } from './stop-all.tsx';

export interface ReceiptPageProps {
  reference: string;
  /** When it came in, in words. */
  received: string;
  /** What was promised, in a sentence. */
  promise: string;
  next: readonly { title: string; text: string }[];
  phoneLine?: LinkView;
  /** Where it can be taken back. */
  withdrawPath: string;
}

/** What a visitor keeps of a request: its number, what comes next and when, and how to take it back. */
export function ReceiptPage({
  reference,
  received,
  promise,
  next,
  phoneLine,
  withdrawPath,
}: ReceiptPageProps) {
  const stations: PathwayStop[] = [
    { title: 'You sent your request', text: `It came in on ${received}.`, present: true },
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
      <Pathway stations={stations} here="You are here" />
      <h2>If you change your mind</h2>
      <p>
        You can <a href={withdrawPath}>take your request back</a> at any time, and you do not have
        to say why. We will not contact you about it.
      </p>
      <p>
        <StopAll phoneLine={phoneLine} />
      </p>
      <p className={styles.privately}>
        This page does not show your name or how to reach you.{' '}
        <noscript>The back button may still show what you typed. </noscript>
        On a device that you share, you can close this tab now.
      </p>
    </div>
  );
}
