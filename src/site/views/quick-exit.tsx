import type { Exit } from '#domain/exit.ts';
import styles from './quick-exit.module.css';

/** A way out to a page that says nothing of this one; the script makes it leave no trace in the tab. */
export const QuickExit = ({ href, title }: Exit) => (
  <a className={styles.exit} href={href} rel="noreferrer" data-quick-exit={title}>
    Leave this site
  </a>
);
