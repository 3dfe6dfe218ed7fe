import type { DefaultServerCellComponentProps } from 'payload';
import { idOf } from '#domain/relation.ts';
import { nameOf } from '../owner/colleagues.ts';
import styles from '../request/request.module.css';

/** Who wrote a withdrawal down, by name. */
export async function ByCell({ cellData, payload }: DefaultServerCellComponentProps) {
  const by = idOf(cellData);
  if (!by) return <span className={styles.quiet}>They said it themselves</span>;
  return <>{await nameOf(payload, by)}</>;
}
