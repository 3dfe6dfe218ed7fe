import type { ReactNode } from 'react';
import type { CrisisLine } from '#domain/crisis-lines.ts';
import type { LinkView, ResponderView } from '#domain/view-models.ts';
import { CrisisLines } from '#ui/crisis-lines.tsx';
import styles from './submission-form.module.css';

interface FormIntroductionProps {
  responder: ResponderView;
  crisisLines: readonly CrisisLine[];
  /** When we answer, as a sentence. */
  lead?: string;
}

/** The text above a form: when we answer, who contacts the visitor, who pays them, and the crisis lines. */
export const FormIntroduction = ({ responder, crisisLines, lead }: FormIntroductionProps) => (
  <>
    <div className={styles.before}>
      {lead && <p className={styles.lead}>{lead}</p>}
      <p>
        <strong>Who will contact you:</strong> {describeResponder(responder)}
      </p>
    </div>
    <CrisisNotice crisisLines={crisisLines}>
      If you need help right now, do not wait for us:
    </CrisisNotice>
  </>
);

/** The crisis lines above a form. */
export const CrisisNotice = ({
  crisisLines,
  children,
}: Pick<FormIntroductionProps, 'crisisLines'> & { children: ReactNode }) => (
  <div className={styles.now}>
    <p>{children}</p>
    <CrisisLines lines={crisisLines} brief />
  </div>
);

const describeResponder = ({ name, role, paidByProviders }: ResponderView): string =>
  `${role ? `${name}, ${role}` : name}. It is ${paidByProviders ? 'paid' : 'not paid'} by treatment providers.`;

/** The text above the submit button. */
export const SubmitNotes = () => (
  <div className={styles.notes}>
    <p>
      What you send is not watched around the clock. If you or someone near you is in danger, call{' '}
      <a href="tel:911">911</a>. To talk to someone right now, call or text{' '}
      <a href="tel:988">988</a>.
    </p>
    <p>
      Read the{' '}
      <a href="/terms" target="_blank" rel="noopener">
        terms of use
      </a>{' '}
      and the{' '}
      <a href="/privacy" target="_blank" rel="noopener">
        privacy policy
      </a>
      . They open in a new tab, and what you typed stays here.
    </p>
  </div>
);

/** The alert that the script shows if a form could not be sent. */
export const NotSentAlert = ({ phoneLine }: { phoneLine?: LinkView }) => (
  <div className={styles.unsent} role="alert" data-unsent hidden>
    <p>
      <strong>Your request was not sent.</strong> Nothing you typed is lost. Check your connection
      and press the button again: it counts only once.
      {phoneLine && (
        <>
          {' '}
          You can also call us at <a href={phoneLine.href}>{phoneLine.label}</a>.
        </>
      )}
    </p>
    <p>
      For help right now, call or text <a href="tel:988">988</a>. In danger, call{' '}
      <a href="tel:911">911</a>.
    </p>
  </div>
);
