import styles from './quick-exit.module.css';

/** A page that could be open for any reason. */
const NEUTRAL = 'https://www.weather.gov/';

/** A way out to a page that says nothing of this one; the script makes it leave no trace in the tab. */
export const QuickExit = () => (
  <a className={styles.exit} href={NEUTRAL} rel="noreferrer" data-quick-exit>
    Leave this site
  </a>
);
