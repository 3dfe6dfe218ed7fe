import styles from './share-button.module.css';

/** Opens the device's share sheet; the script shows the button where there is one. */
export const ShareButton = () => (
  <button className={styles.share} type="button" data-share hidden>
    Share this page
  </button>
);
