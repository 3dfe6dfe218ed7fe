import type { CrisisLine } from '#domain/crisis-lines.ts';
import type { LinkView } from '#domain/view-models.ts';
import type { SuppressedChannel } from '#domain/withdrawal.ts';
import { HelpNow } from '#forms/beside-form.tsx';
import { ButtonLink, Submit } from '#ui/button.tsx';
import { StopAll } from './stop-all.tsx';
import styles from './withdraw.module.css';

/** What is taken back: one request, or all that gave the phone or the address that a link was sent to. */
export type WithdrawScope = 'request' | SuppressedChannel;

export interface WithdrawPageProps {
  reference: string;
  scope: WithdrawScope;
  /** It is done already. */
  withdrawn: boolean;
  /** Where the answer is sent. */
  path: string;
  /** The page of the receipt. */
  receiptPath: string;
  /** The answer was sent and did not arrive. */
  failed: boolean;
  crisisLines: readonly CrisisLine[];
  phoneLine?: LinkView;
}

/** Asks whether somebody takes back what they asked for, or says that it is so. It tells nobody who they are. */
export const WithdrawPage = (props: WithdrawPageProps) => (
  <div className={styles.page}>
    {props.withdrawn ? <Done {...props} /> : <Question {...props} />}
  </div>
);

interface Words {
  question: string;
  /** What happens on yes. */
  consequence: string;
  yes: string;
  done: string;
  /** What has been done. */
  doneWith: string;
}

const WORDS: Record<WithdrawScope, Words> = {
  request: {
    question: 'Do you want to take your request back?',
    consequence:
      'If you say yes, we close this request and do not answer it. You do not have to say why.',
    yes: 'Yes, take it back',
    done: 'Your request is taken back',
    doneWith: 'We will not contact you about it. You do not have to do anything else.',
  },
  phone: {
    question: 'Do you want no more calls or texts from us?',
    consequence:
      'If you say yes, we close every open request with this phone number. We will not call or text it. You do not have to say why.',
    yes: 'Yes, do not contact me',
    done: 'We will not contact you',
    doneWith:
      'Every open request with this phone number is closed. You do not have to do anything else.',
  },
  email: {
    question: 'Do you want no more email from us?',
    consequence:
      'If you say yes, we close every open request with this email address. We will not write to it. You do not have to say why.',
    yes: 'Yes, do not contact me',
    done: 'We will not contact you',
    doneWith:
      'Every open request with this email address is closed. You do not have to do anything else.',
  },
};

const Reference = ({ reference }: Pick<WithdrawPageProps, 'reference'>) => (
  <strong className={styles.reference}>{reference}</strong>
);

const Question = ({
  reference,
  scope,
  path,
  receiptPath,
  failed,
  crisisLines,
  phoneLine,
}: WithdrawPageProps) => (
  <>
    <h1>{WORDS[scope].question}</h1>
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
    <p>{WORDS[scope].consequence}</p>
    {scope === 'request' && (
      <p>
        This is about one request. <StopAll phoneLine={phoneLine} />
      </p>
    )}
    <p>You can ask for help again at any time, with a new request or by phone.</p>
    <HelpNow crisisLines={crisisLines}>
      These lines answer at any hour, whatever you choose:
    </HelpNow>
    <form className={styles.answers} method="post" action={path}>
      <Submit>{WORDS[scope].yes}</Submit>
      <ButtonLink href={receiptPath} quiet>
        No, keep my request
      </ButtonLink>
    </form>
  </>
);

const Done = ({ reference, scope, phoneLine }: WithdrawPageProps) => (
  <>
    <h1>{WORDS[scope].done}</h1>
    <p className={styles.lead}>
      The request with the reference <Reference reference={reference} /> is taken back.{' '}
      {WORDS[scope].doneWith}
    </p>
    {scope === 'request' && (
      <p>
        We may still answer another request that has the same phone number or email address.{' '}
        <StopAll phoneLine={phoneLine} />
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
