import styles from './share-button.module.css';

/** Hands the page's address to the device's own sheet; the script shows it where there is one. */
export const ShareButton = () => (
  <button className={styles.share} type="button" data-share hidden>
    Share this page
  </button>
);
