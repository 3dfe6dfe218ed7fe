import type { ReactNode } from 'react';
import styles from './details.module.css';

interface DetailsProps {
  title: string;
  /** True if it is open when the page loads. */
  open?: boolean;
  children: ReactNode;
}

/** Content that expands under its title (`<details>`). */
export const Details = ({ title, open, children }: DetailsProps) => (
  <details className={styles.fold} open={open}>
    <summary>{title}</summary>
    {children}
  </details>
);
