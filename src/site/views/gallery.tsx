import { GalleryBlocks } from './gallery-blocks.tsx';
import { GalleryComponents } from './gallery-components.tsx';
import styles from './text-page.module.css';

/** Every block and component in every state, for people to look at and for the browser tests. */
export const GalleryPage = () => (
  <div className={styles.text}>
    <h1>Gallery</h1>
    <GalleryBlocks />
    <GalleryComponents />
  </div>
);
