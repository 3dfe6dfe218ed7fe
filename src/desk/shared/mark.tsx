import styles from './mark.module.css';

/** The site's mark, a line with a station. */
const Way = () => (
  <svg viewBox="0 0 44 24" aria-hidden="true">
    <path className={styles.line} d="M2 20 C16 20 20 5 42 5" />
    <circle className={styles.station} cx="20" cy="13.5" r="6" />
  </svg>
);

/** The product's mark at the top of every page of the admin. */
export const Icon = () => (
  <span className={styles.icon}>
    <Way />
  </span>
);

/** The product's mark with its name, where people sign in. */
export const Logo = () => (
  <span className={styles.logo}>
    <Way />
    Throughcare
  </span>
);
