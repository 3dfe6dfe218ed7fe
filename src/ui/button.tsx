import type { ReactNode } from 'react';
import styles from './button.module.css';

interface ButtonProps {
  children: ReactNode;
  /** True for a button beside the main button of a page. */
  secondary?: boolean;
}

const buttonClass = (secondary = false) =>
  secondary ? `${styles.button} ${styles.quiet}` : styles.button;

/** A link that looks like a button. */
export const ButtonLink = ({ href, secondary, children }: ButtonProps & { href: string }) => (
  <a className={buttonClass(secondary)} href={href}>
    {children}
  </a>
);

interface SubmitButtonProps extends ButtonProps {
  name?: string;
  value?: string;
}

/** The submit button of a form. */
export const SubmitButton = ({ secondary, children, name, value }: SubmitButtonProps) => (
  <button className={buttonClass(secondary)} type="submit" name={name} value={value}>
    {children}
  </button>
);
