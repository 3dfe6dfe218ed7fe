import type { DefaultServerCellComponentProps } from 'payload';
import secondaryText from '#desk/shared/secondary-text.module.css';
import { idOf } from '#domain/relationship.ts';
import { findColleagueName } from './colleagues.ts';

/** The name of a submission's owner. */
export async function OwnerCell({ cellData, payload }: DefaultServerCellComponentProps) {
  const owner = idOf(cellData);
  if (!owner) return <span className={secondaryText.quiet}>Nobody yet</span>;
  return <>{await findColleagueName(payload, owner)}</>;
}
