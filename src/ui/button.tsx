import type { ReactNode } from 'react';
import styles from './button.module.css';

interface ButtonProps {
  children: ReactNode;
  /** Quiet buttons stand beside the one that matters. */
  quiet?: boolean;
}

const look = (quiet = false) => (quiet ? `${styles.button} ${styles.quiet}` : styles.button);

/** A link that looks like the action it leads to. */
export const ButtonLink = ({ href, quiet, children }: ButtonProps & { href: string }) => (
  <a className={look(quiet)} href={href}>
    {children}
  </a>
);

interface SubmitProps extends ButtonProps {
  name?: string;
  value?: string;
}

/** Sends the form it stands in. */
export const Submit = ({ quiet, children, name, value }: SubmitProps) => (
  <button className={look(quiet)} type="submit" name={name} value={value}>
    {children}
  </button>
);
