import type { BlockView } from '#content/blocks/block-view.ts';
import { isSubmissionKind } from '#domain/submission-kinds.ts';
import type { CallToActionView } from '#domain/view-models.ts';
import { FormIntroduction } from '#forms/form-notices.tsx';
import { SubmissionForm } from '#forms/submission-form.tsx';
import type { CallToActionBlock } from '#payload-types.ts';
import { ButtonLink } from '#ui/button.tsx';
import styles from './styles.module.css';

/** A call to action, as a panel with one button or with its form in place. */
export function CallToAction({
  callToActionView,
  show,
  fromPath,
  crisisLines,
}: BlockView<CallToActionBlock>) {
  if (!callToActionView) return null;
  const { kind, heading, text, button, href, responder } = callToActionView;
  const hasForm = isSubmissionKind(kind);
  return (
    <section className={styles.panel} data-paper={printInstruction(callToActionView)}>
      <h2 className={styles.heading}>{heading}</h2>
      <p className={styles.text}>{text}</p>
      {hasForm && show === 'form' ? (
        <SubmissionForm
          callToAction={callToActionView}
          crisisLines={crisisLines}
          fromPath={fromPath}
        />
      ) : (
        <>
          {hasForm && <FormIntroduction responder={responder} crisisLines={crisisLines} />}
          <ButtonLink href={hasForm ? `${href}?from=${encodeURIComponent(fromPath)}` : href}>
            {button}
          </ButtonLink>
        </>
      )}
    </section>
  );
}

/** Says in print how to follow the call to action: on paper there is no button. */
const printInstruction = ({ kind, fullUrl, phoneLine }: CallToActionView): string =>
  phoneLine && kind !== 'link' ? `Call us: ${phoneLine.label}` : `Go to: ${fullUrl}`;
