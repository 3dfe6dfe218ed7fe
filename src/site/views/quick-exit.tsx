import type { QuickExitTarget } from '#domain/quick-exit.ts';
import styles from './quick-exit.module.css';

/** A link to an unrelated page; the script removes all traces of the site from the tab. */
export const QuickExit = ({ href, title }: QuickExitTarget) => (
  <a className={styles.exit} href={href} rel="noreferrer" data-quick-exit={title}>
    Leave this site
  </a>
);
