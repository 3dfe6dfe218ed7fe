import type { DefaultServerCellComponentProps } from 'payload';
import { idOf } from '#domain/relation.ts';
import styles from '../request/request.module.css';
import { nameOf } from './colleagues.ts';

/** Who works on a request, by name. */
export async function OwnerCell({ cellData, payload }: DefaultServerCellComponentProps) {
  const owner = idOf(cellData);
  if (!owner) return <span className={styles.quiet}>Nobody yet</span>;
  return <>{await nameOf(payload, owner)}</>;
}
