import type { LinkView } from '#domain/view-models.ts';
import styles from './call-to-action-bar.module.css';

/** A bar at the foot of a phone's screen with the first call to action of an article; the script shows it halfway. */
export const CallToActionBar = ({ link }: { link: LinkView }) => (
  <div className={styles.bar} data-bar hidden>
    <a href={link.href}>{link.label}</a>
  </div>
);
