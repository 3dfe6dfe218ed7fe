import type { DefaultServerCellComponentProps } from 'payload';
import { idOf } from '#domain/relationship.ts';
import styles from '../submission/submission.module.css';
import { findColleagueName } from './colleagues.ts';

/** The name of a submission's owner. */
export async function OwnerCell({ cellData, payload }: DefaultServerCellComponentProps) {
  const owner = idOf(cellData);
  if (!owner) return <span className={styles.quiet}>Nobody yet</span>;
  return <>{await findColleagueName(payload, owner)}</>;
}
