import type { Shown } from '#blocks/shown.ts';
import type { MediaBlock } from '#payload-types.ts';
import styles from './styles.module.css';

/** As wide as the column of text: the measure, or the page less its edges. */
const SIZES = '(min-width: 760px) 684px, 92vw';

/** A picture with what is said below it. */
export const Media = ({ picture, caption }: Shown<MediaBlock>) =>
  picture ? (
    <figure className={styles.media}>
      <img
        loading="lazy"
        decoding="async"
        sizes={SIZES}
        srcSet={picture.srcSet}
        src={picture.src}
        width={picture.width}
        height={picture.height}
        alt={picture.alt}
      />
      {(caption || picture.credit) && (
        <figcaption className={styles.caption}>
          {caption}
          {picture.credit && <span className={styles.credit}>{picture.credit}</span>}
        </figcaption>
      )}
    </figure>
  ) : null;
