import type { DefaultServerCellComponentProps } from 'payload';
import secondaryText from '#desk/shared/secondary-text.module.css';
import { CLOSED_REASON_LABELS, STATUS_LABELS, type Status } from '#domain/statuses.ts';
import type { FormSubmission } from '#payload-types.ts';
import spamStyles from '../spam/spam.module.css';
import styles from './status-cell.module.css';

/** The status of a submission, with the flags to know before answering it. */
export function StatusCell({ rowData }: DefaultServerCellComponentProps) {
  const { status, closedReason, dueAt, quarantined, withdrawnBeside } = rowData as FormSubmission;
  const late = status === 'new' && dueAt && new Date(dueAt) < new Date();
  return (
    <span className={styles.status}>
      <StatusLabel status={status} />
      {quarantined && <span className={spamStyles.tag}>Possible spam</span>}
      {status !== 'closed' && Boolean(withdrawnBeside?.length) && (
        <span className={spamStyles.tag}>Another taken back</span>
      )}
      {late && <span className={styles.late}>Overdue</span>}
      {status === 'closed' && closedReason && (
        <span className={secondaryText.more}>{CLOSED_REASON_LABELS[closedReason]}</span>
      )}
    </span>
  );
}

const StatusLabel = ({ status }: { status: Status }) => (
  <span className={styles.mark} data-status={status}>
    {STATUS_LABELS[status]}
  </span>
);
