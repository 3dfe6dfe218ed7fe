import type { ReactNode } from 'react';
import type { CrisisLine } from '#domain/crisis-lines.ts';
import type { LinkView, Responder } from '#domain/view-models.ts';
import { CrisisLines } from '#ui/crisis-lines.tsx';
import styles from './request-form.module.css';

interface BeforeProps {
  responder: Responder;
  crisisLines: readonly CrisisLine[];
  /** When we answer, in a sentence. */
  lead?: string;
}

/** When we answer, who will contact the visitor, who pays for it, and whom to call instead. */
export const Before = ({ responder, crisisLines, lead }: BeforeProps) => (
  <>
    <div className={styles.before}>
      {lead && <p className={styles.lead}>{lead}</p>}
      <p>
        <strong>Who will contact you:</strong> {whoIs(responder)}
      </p>
    </div>
    <HelpNow crisisLines={crisisLines}>If you need help right now, do not wait for us:</HelpNow>
  </>
);

/** Whom to call at any hour: above every form, whatever it asks. */
export const HelpNow = ({
  crisisLines,
  children,
}: Pick<BeforeProps, 'crisisLines'> & { children: ReactNode }) => (
  <div className={styles.now}>
    <p>{children}</p>
    <CrisisLines lines={crisisLines} brief />
  </div>
);

const whoIs = ({ name, role, paidByProviders }: Responder): string =>
  `${role ? `${name}, ${role}` : name}. It is ${paidByProviders ? 'paid' : 'not paid'} by treatment providers.`;

/** What to know before the button is pressed. */
export const BeforeSending = () => (
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

/** Hidden until the script finds that a request could not be sent. */
export const NotSent = ({ phoneLine }: { phoneLine?: LinkView }) => (
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
