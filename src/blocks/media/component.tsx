import type { Shown } from '#blocks/shown.ts';
import { PictureFigure } from '#components/picture.tsx';
import type { MediaBlock } from '#payload-types.ts';
import styles from './styles.module.css';

/** As wide as the column of text: the measure, or the page less its edges. */
const SIZES = '(min-width: 46rem) 684px, 92vw';

/** A picture in the text, with what is said below it. */
export const Media = ({ picture, caption }: Shown<MediaBlock>) =>
  picture ? (
    <div className={styles.media}>
      <PictureFigure picture={picture} caption={caption} sizes={SIZES} />
    </div>
  ) : null;
