import type { CrisisLine } from '#domain/crisis-lines.ts';
import type { Invitation } from '#domain/shown.ts';
import { type OwnPage, RequestForm } from '#forms/request-form.tsx';
import styles from './request.module.css';

export interface RequestViewProps {
  invitation: Invitation;
  crisisLines: readonly CrisisLine[];
  from: string;
  own: OwnPage;
}

/** The own page of a form. */
export const RequestView = ({ invitation, ...form }: RequestViewProps) => (
  <div className={styles.page}>
    <h1>{invitation.heading}</h1>
    <p className={styles.text}>{invitation.text}</p>
    <RequestForm invitation={invitation} {...form} />
  </div>
);
