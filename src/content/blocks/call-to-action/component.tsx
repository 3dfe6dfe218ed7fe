import type { Shown } from '#content/blocks/block-view.ts';
import { isSubmissionKind } from '#domain/submission-kinds.ts';
import type { CallToActionView } from '#domain/view-models.ts';
import { Before } from '#forms/beside-form.tsx';
import { SubmissionForm } from '#forms/submission-form.tsx';
import type { CallToActionBlock } from '#payload-types.ts';
import { ButtonLink } from '#ui/button.tsx';
import styles from './styles.module.css';

/** An invitation, with one button; as a form in the page it can be answered where it stands. */
export function CallToAction({ invitation, show, from, crisisLines }: Shown<CallToActionBlock>) {
  if (!invitation) return null;
  const { kind, heading, text, button, href, responder } = invitation;
  const request = isSubmissionKind(kind);
  return (
    <section className={styles.panel} data-paper={onPaper(invitation)}>
      <h2 className={styles.heading}>{heading}</h2>
      <p className={styles.text}>{text}</p>
      {request && show === 'form' ? (
        <SubmissionForm invitation={invitation} crisisLines={crisisLines} from={from} />
      ) : (
        <>
          {request && <Before responder={responder} crisisLines={crisisLines} />}
          <ButtonLink href={request ? `${href}?from=${encodeURIComponent(from)}` : href}>
            {button}
          </ButtonLink>
        </>
      )}
    </section>
  );
}

/** How to take it up where there is no button to press. */
const onPaper = ({ kind, address, phoneLine }: CallToActionView): string =>
  phoneLine && kind !== 'link' ? `Call us: ${phoneLine.label}` : `Go to: ${address}`;
