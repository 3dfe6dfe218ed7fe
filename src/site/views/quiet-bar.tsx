import type { LinkView } from '#domain/view-models.ts';
import styles from './quiet-bar.module.css';

/** On phones, the article's first invitation at the foot of the screen; the script shows it halfway. */
export const QuietBar = ({ link }: { link: LinkView }) => (
  <div className={styles.bar} data-bar hidden>
    <a href={link.href}>{link.label}</a>
  </div>
);
