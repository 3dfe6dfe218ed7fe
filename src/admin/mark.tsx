import styles from './mark.module.css';

/** The way: one calm line with stations, the last one reached. */
const Way = () => (
  <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
    <path
      d="M5 26 C 5 16, 15 20, 16 14 S 22 6, 27 6"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
    />
    <circle cx="5" cy="26" r="3.5" className={styles.station} />
    <circle cx="16" cy="14" r="3.5" className={styles.station} />
    <circle cx="27" cy="6" r="3.5" className={styles.present} />
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
