import type { CrisisLine } from '#domain/crisis-lines.ts';
import type { LinkView } from '#domain/view-models.ts';
import type { SuppressedChannel } from '#domain/withdrawal.ts';
import { CrisisNotice } from '#forms/form-notices.tsx';
import { ButtonLink, SubmitButton } from '#ui/button.tsx';
import { StopAllContact } from './stop-all-contact.tsx';
import styles from './withdraw.module.css';

/** What a withdrawal closes: one submission, or all that have the phone number or email address of the link. */
export type WithdrawScope = 'request' | SuppressedChannel;

export interface WithdrawPageProps {
  reference: string;
  scope: WithdrawScope;
  /** True if the visitor has already withdrawn. */
  withdrawn: boolean;
  /** Path that the confirmation is posted to. */
  path: string;
  /** Path of the receipt. */
  receiptPath: string;
  /** True if the posted confirmation could not be processed. */
  failed: boolean;
  crisisLines: readonly CrisisLine[];
  phoneLine?: LinkView;
}

/** Asks the visitor to confirm a withdrawal, or says that it is done. Shows no personal data. */
export const WithdrawPage = (props: WithdrawPageProps) => (
  <div className={styles.page}>
    {props.withdrawn ? <WithdrawnMessage {...props} /> : <WithdrawQuestion {...props} />}
  </div>
);

interface WithdrawCopy {
  question: string;
  /** What happens after a yes. */
  consequence: string;
  yes: string;
  withdrawnHeading: string;
  withdrawnText: string;
}

const COPY: Record<WithdrawScope, WithdrawCopy> = {
  request: {
    question: 'Do you want to take your request back?',
    consequence:
      'If you say yes, we close this request and do not answer it. You do not have to say why.',
    yes: 'Yes, take it back',
    withdrawnHeading: 'Your request is taken back',
    withdrawnText: 'We will not contact you about it. You do not have to do anything else.',
  },
  phone: {
    question: 'Do you want no more calls or texts from us?',
    consequence:
      'If you say yes, we close every open request with this phone number. We will not call or text it. You do not have to say why.',
    yes: 'Yes, do not contact me',
    withdrawnHeading: 'We will not contact you',
    withdrawnText:
      'Every open request with this phone number is closed. You do not have to do anything else.',
  },
  email: {
    question: 'Do you want no more email from us?',
    consequence:
      'If you say yes, we close every open request with this email address. We will not write to it. You do not have to say why.',
    yes: 'Yes, do not contact me',
    withdrawnHeading: 'We will not contact you',
    withdrawnText:
      'Every open request with this email address is closed. You do not have to do anything else.',
  },
};

const Reference = ({ reference }: Pick<WithdrawPageProps, 'reference'>) => (
  <strong className={styles.reference}>{reference}</strong>
);

const WithdrawQuestion = ({
  reference,
  scope,
  path,
  receiptPath,
  failed,
  crisisLines,
  phoneLine,
}: WithdrawPageProps) => (
  <>
    <h1>{COPY[scope].question}</h1>
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
      {scope === 'request' ? 'This is about' : 'Our message was about'} the request with the
      reference <Reference reference={reference} />.
    </p>
    <p>{COPY[scope].consequence}</p>
    {scope === 'request' && (
      <p>
        This is about one request. <StopAllContact phoneLine={phoneLine} />
      </p>
    )}
    <p>You can ask for help again at any time, with a new request or by phone.</p>
    <CrisisNotice crisisLines={crisisLines}>
      These lines answer at any hour, whatever you choose:
    </CrisisNotice>
    <form className={styles.answers} method="post" action={path}>
      <SubmitButton>{COPY[scope].yes}</SubmitButton>
      <ButtonLink href={receiptPath} secondary>
        No, keep my request
      </ButtonLink>
    </form>
  </>
);

const WithdrawnMessage = ({ reference, scope, phoneLine }: WithdrawPageProps) => (
  <>
    <h1>{COPY[scope].withdrawnHeading}</h1>
    <p className={styles.lead}>
      The request with the reference <Reference reference={reference} /> is taken back.{' '}
      {COPY[scope].withdrawnText}
    </p>
    {scope === 'request' && (
      <p>
        We may still answer another request that has the same phone number or email address.{' '}
        <StopAllContact phoneLine={phoneLine} />
      </p>
    )}
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
