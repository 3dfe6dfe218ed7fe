import type { DefaultServerCellComponentProps } from 'payload';
import styles from '../request/request.module.css';

/** A visitor's name; the shortest form does not ask for it. */
export const NameCell = ({ cellData }: DefaultServerCellComponentProps) =>
  cellData ? cellData : <span className={styles.quiet}>Not asked</span>;
