import styles from './picture.module.css';

/** Values of `sizes`: the width of the text column and of the page, by which the browser chooses a file. */
const SIZES = {
  text: '(min-width: 640px) 561px, 92vw',
  page: '(min-width: 1140px) 1064px, 92vw',
};

interface PictureProps {
  picture: {
    alt: string;
    credit?: string;
    src: string;
    srcSet: string;
    width: number;
    height: number;
  };
  /** Width of the picture: that of the text column, or of the page. */
  size?: 'text' | 'page';
  caption?: string | null;
  /** True for a picture that is visible without scrolling. */
  priority?: boolean;
}

/** A picture with caption and credit. Its space is reserved while it loads. */
export const PictureFigure = ({
  picture,
  size = 'text',
  caption,
  priority = false,
}: PictureProps) => {
  const { alt, credit, ...image } = picture;
  return (
    <figure className={styles.figure}>
      <img
        // Must come before `src`: some browsers start to load when they parse it.
        loading={priority ? undefined : 'lazy'}
        decoding="async"
        fetchPriority={priority ? 'high' : undefined}
        sizes={SIZES[size]}
        {...image}
        alt={alt}
      />
      {(caption || credit) && (
        <figcaption>
          {caption}
          {credit && <span className={styles.credit}>{credit}</span>}
        </figcaption>
      )}
    </figure>
  );
};
