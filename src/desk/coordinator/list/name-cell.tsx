import type { DefaultServerCellComponentProps } from 'payload';
import styles from '../submission/submission.module.css';

/** The visitor's name, or “Not asked”: the shortest form has no name field. */
export const NameCell = ({ cellData }: DefaultServerCellComponentProps) =>
  cellData ? cellData : <span className={styles.quiet}>Not asked</span>;
