import type { DefaultServerCellComponentProps } from 'payload';
import { loadSiteTimeZone } from '#desk/shared/site-time-zone.ts';
import {
  channelOf,
  messageStateOf,
  type OutboxJob,
} from '#submissions/messages/admin/message-state.ts';
import { isConfigured } from '#submissions/messages/channels.ts';
import { MessageActions } from './message-actions.tsx';
import styles from './messages.module.css';

/** The state of a message, with actions if it is not sent automatically. */
export async function StateCell({ rowData, payload }: DefaultServerCellComponentProps) {
  const job = rowData as OutboxJob;
  const { kind, text } = messageStateOf(job, {
    isConfigured: isConfigured(channelOf(job)),
    now: new Date(),
    timeZone: await loadSiteTimeZone(payload),
  });
  return (
    <div className={styles.state}>
      <span className={kind === 'failed' ? styles.failed : undefined}>{text}</span>
      {(kind === 'failed' || kind === 'not-set-up' || kind === 'over-limit') && (
        <MessageActions id={job.id} failed={kind === 'failed'} />
      )}
    </div>
  );
}
