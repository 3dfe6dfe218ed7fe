import type { CrisisLine } from '#domain/crisis-lines.ts';
import type { CallToActionView } from '#domain/view-models.ts';
import { type FormPageState, SubmissionForm } from '#forms/submission-form.tsx';
import styles from './call-to-action.module.css';

export interface CallToActionPageProps {
  callToAction: CallToActionView;
  crisisLines: readonly CrisisLine[];
  fromPath: string;
  pageState: FormPageState;
}

/** The page of a call to action: its form alone. */
export const CallToActionPage = ({ callToAction, ...form }: CallToActionPageProps) => (
  <div className={styles.page}>
    <h1>{callToAction.heading}</h1>
    <p className={styles.text}>{callToAction.text}</p>
    <SubmissionForm callToAction={callToAction} {...form} />
  </div>
);
