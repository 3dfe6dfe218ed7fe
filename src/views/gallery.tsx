import { GalleryBlocks } from './gallery-blocks.tsx';
import { GalleryComponents } from './gallery-components.tsx';

/** Everything a page can be made of, in every state: to look at, and for the browser tests. */
export const GalleryView = () => (
  <>
    <h1>Gallery</h1>
    <GalleryBlocks />
    <GalleryComponents />
  </>
);
