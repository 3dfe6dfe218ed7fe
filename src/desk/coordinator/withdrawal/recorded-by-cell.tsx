import type { DefaultServerCellComponentProps } from 'payload';
import { idOf } from '#domain/relationship.ts';
import { findColleagueName } from '../owner/colleagues.ts';
import styles from '../submission/submission.module.css';

/** The name of the coordinator who recorded a withdrawal. */
export async function RecordedByCell({ cellData, payload }: DefaultServerCellComponentProps) {
  const userId = idOf(cellData);
  if (!userId) return <span className={styles.quiet}>They said it themselves</span>;
  return <>{await findColleagueName(payload, userId)}</>;
}
