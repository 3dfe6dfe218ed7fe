import type { DefaultServerCellComponentProps } from 'payload';
import secondaryText from '#desk/shared/secondary-text.module.css';
import { idOf } from '#domain/relationship.ts';
import { findColleagueName } from '../owner/colleagues.ts';

/** The name of the coordinator who recorded a withdrawal. */
export async function RecordedByCell({ cellData, payload }: DefaultServerCellComponentProps) {
  const userId = idOf(cellData);
  if (!userId) return <span className={secondaryText.quiet}>They said it themselves</span>;
  return <>{await findColleagueName(payload, userId)}</>;
}
