import type { ReactNode } from 'react';
import styles from './fold.module.css';

interface FoldProps {
  title: string;
  /** True if it lies open as the page comes. */
  open?: boolean;
  children: ReactNode;
}

/** Something that opens under its title, between two rules. */
export const Fold = ({ title, open, children }: FoldProps) => (
  <details className={styles.fold} open={open}>
    <summary>{title}</summary>
    {children}
  </details>
);
