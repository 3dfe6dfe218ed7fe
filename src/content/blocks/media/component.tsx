import type { BlockView } from '#content/blocks/block-view.ts';
import type { MediaBlock } from '#payload-types.ts';
import { PictureFigure } from '#ui/picture.tsx';
import styles from './styles.module.css';

/** A picture in the text with its caption. */
export const Media = ({ picture, caption }: BlockView<MediaBlock>) =>
  picture ? (
    <div className={styles.media}>
      <PictureFigure picture={picture} caption={caption} />
    </div>
  ) : null;
