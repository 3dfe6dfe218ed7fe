import styles from './logo.module.css';

/** The product's mark: a line with one stage. */
const PathwayMark = () => (
  <svg viewBox="0 0 44 24" aria-hidden="true">
    <path className={styles.line} d="M2 20 C16 20 20 5 42 5" />
    <circle className={styles.station} cx="20" cy="13.5" r="6" />
  </svg>
);

/** The mark at the top of every page of the admin. */
export const Icon = () => (
  <span className={styles.icon}>
    <PathwayMark />
  </span>
);

/** The mark with the product's name, on the sign-in page. */
export const Logo = () => (
  <span className={styles.logo}>
    <PathwayMark />
    Throughcare
  </span>
);
