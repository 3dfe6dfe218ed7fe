import { ButtonLink, Submit } from '#components/button.tsx';
import type { CrisisLine } from '#domain/crisis-lines.ts';
import type { ShownLink } from '#domain/shown.ts';
import { HelpNow } from '#forms/beside-form.tsx';
import styles from './withdraw.module.css';

export interface WithdrawViewProps {
  reference: string;
  /** They have asked for no contact already. */
  withdrawn: boolean;
  /** Where the answer is sent. */
  path: string;
  /** The page of the receipt. */
  receiptPath: string;
  /** The answer was sent and did not arrive. */
  failed: boolean;
  crisisLines: readonly CrisisLine[];
  phoneLine?: ShownLink;
}

/** Asks whether somebody wants no contact any more, or says that it is so. It tells nobody who they are. */
export const WithdrawView = (props: WithdrawViewProps) => (
  <div className={styles.page}>
    {props.withdrawn ? <Done {...props} /> : <Question {...props} />}
  </div>
);

const Question = ({
  reference,
  path,
  receiptPath,
  failed,
  crisisLines,
  phoneLine,
}: WithdrawViewProps) => (
  <>
    <h1>Do you want to take your request back?</h1>
    {failed && (
      <p role="alert" className={styles.failed}>
        That did not work. Press the button once more
        {phoneLine && (
          <>
            , or call <a href={phoneLine.href}>{phoneLine.label}</a>
          </>
        )}
        .
      </p>
    )}
    <p className={styles.lead}>
      This is about the request with the reference{' '}
      <strong className={styles.reference}>{reference}</strong>.
    </p>
    <p>
      If you say yes, we close it, and any other open request with the same phone number or email
      address. We will not call, text or email you. You do not have to say why.
    </p>
    <p>You can ask for help again at any time, with a new request or by phone.</p>
    <HelpNow crisisLines={crisisLines}>
      These lines answer at any hour, whatever you choose:
    </HelpNow>
    <form className={styles.answers} method="post" action={path}>
      <Submit>Yes, do not contact me</Submit>
      <ButtonLink href={receiptPath} quiet>
        No, keep my request
      </ButtonLink>
    </form>
  </>
);

const Done = ({ reference, phoneLine }: WithdrawViewProps) => (
  <>
    <h1>We will not contact you</h1>
    <p className={styles.lead}>
      The request with the reference <strong className={styles.reference}>{reference}</strong> is
      taken back. You do not have to do anything else.
    </p>
    <p>
      If someone was calling you at this very moment, the call may still reach you. You can tell
      them that you have changed your mind.
    </p>
    <p>
      Help is here whenever you want it.{' '}
      {phoneLine ? (
        <>
          Call <a href={phoneLine.href}>{phoneLine.label}</a>, or send a new request: then we may
          answer that one.
        </>
      ) : (
        'Send a new request: then we may answer that one.'
      )}
    </p>
    <p>
      <a href="/">Go to the home page</a>
    </p>
  </>
);
