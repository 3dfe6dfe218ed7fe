import type { DefaultServerCellComponentProps } from 'payload';
import { siteZone } from '#desk/shared/site-zone.ts';
import { isSetUp } from '#submissions/messages/channels.ts';
import { channelOf, type OutboxJob, stateOf } from '#submissions/messages/shown/state.ts';
import { MessageActions } from './message-actions.tsx';
import styles from './messages.module.css';

/** Where a message stands, and what can be done about one that does not go by itself. */
export async function StateCell({ rowData, payload }: DefaultServerCellComponentProps) {
  const job = rowData as OutboxJob;
  const { kind, words } = stateOf(job, {
    setUp: isSetUp(channelOf(job)),
    now: new Date(),
    zone: await siteZone(payload),
  });
  return (
    <div className={styles.state}>
      <span className={kind === 'failed' ? styles.failed : undefined}>{words}</span>
      {(kind === 'failed' || kind === 'not-set-up' || kind === 'over-limit') && (
        <MessageActions id={job.id} failed={kind === 'failed'} />
      )}
    </div>
  );
}
