import styles from './wordmark.module.css';

/** The site's name and logo, a line with one stop; links to the home page. */
export const Wordmark = ({ siteName }: { siteName: string }) => (
  <a className={styles.wordmark} href="/">
    <svg className={styles.mark} viewBox="0 0 44 24" aria-hidden="true">
      <path className={styles.line} d="M2 20 C16 20 20 5 42 5" />
      <circle className={styles.station} cx="20" cy="13.5" r="6" />
    </svg>
    {siteName || 'Home'}
  </a>
);
