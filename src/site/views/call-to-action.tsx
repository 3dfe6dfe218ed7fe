import type { CrisisLine } from '#domain/crisis-lines.ts';
import type { CallToActionView } from '#domain/view-models.ts';
import { type OwnPage, SubmissionForm } from '#forms/submission-form.tsx';
import styles from './request.module.css';

export interface CallToActionPageProps {
  invitation: CallToActionView;
  crisisLines: readonly CrisisLine[];
  from: string;
  own: OwnPage;
}

/** The own page of a form. */
export const CallToActionPage = ({ invitation, ...form }: CallToActionPageProps) => (
  <div className={styles.page}>
    <h1>{invitation.heading}</h1>
    <p className={styles.text}>{invitation.text}</p>
    <SubmissionForm invitation={invitation} {...form} />
  </div>
);
