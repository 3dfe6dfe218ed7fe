import { GalleryBlocks } from './gallery-blocks.tsx';
import { GalleryComponents } from './gallery-components.tsx';
import styles from './text-page.module.css';

/** Everything a page can be made of, in every state: to look at, and for the browser tests. */
export const GalleryPage = () => (
  <div className={styles.text}>
    <h1>Gallery</h1>
    <GalleryBlocks />
    <GalleryComponents />
  </div>
);
