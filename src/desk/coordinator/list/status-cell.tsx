import type { DefaultServerCellComponentProps } from 'payload';
import { CLOSED_REASON_LABELS, STATUS_LABELS, type Status } from '#domain/statuses.ts';
import type { FormSubmission } from '#payload-types.ts';
import styles from '../request/request.module.css';
import suspect from '../spam/suspect.module.css';

/** Where a request stands, what there is to know before it is answered, and whether its promise has passed. */
export function StatusCell({ rowData }: DefaultServerCellComponentProps) {
  const { status, closedReason, dueAt, quarantined, withdrawnBeside } = rowData as FormSubmission;
  const late = status === 'new' && dueAt && new Date(dueAt) < new Date();
  return (
    <span className={styles.status}>
      <Mark status={status} />
      {quarantined && <span className={suspect.tag}>Possible spam</span>}
      {status !== 'closed' && Boolean(withdrawnBeside?.length) && (
        <span className={suspect.tag}>Another taken back</span>
      )}
      {late && <span className={styles.late}>Overdue</span>}
      {status === 'closed' && closedReason && (
        <span className={styles.more}>{CLOSED_REASON_LABELS[closedReason]}</span>
      )}
    </span>
  );
}

const Mark = ({ status }: { status: Status }) => (
  <span className={styles.mark} data-status={status}>
    {STATUS_LABELS[status]}
  </span>
);
