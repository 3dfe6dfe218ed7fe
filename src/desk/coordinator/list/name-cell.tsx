import type { DefaultServerCellComponentProps } from 'payload';
import secondaryText from '#desk/shared/secondary-text.module.css';

/** The visitor's name, or “Not asked”: the shortest form has no name field. */
export const NameCell = ({ cellData }: DefaultServerCellComponentProps) =>
  cellData ? cellData : <span className={secondaryText.quiet}>Not asked</span>;
