import styles from './picture.module.css';

/** The measure of the text and the width of a page, in pixels, for the choice of a file. */
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
  /** How wide it stands: as the text does, or across the page. */
  across?: 'text' | 'page';
  /** What is said below it. */
  caption?: string | null;
  /** True for a picture that is in sight when the page opens. */
  first?: boolean;
}

/** A picture with its caption and credit; it keeps its room while it loads. */
export const PictureFigure = ({
  picture,
  across = 'text',
  caption,
  first = false,
}: PictureProps) => {
  const { alt, credit, ...image } = picture;
  return (
    <figure className={styles.figure}>
      <img
        // Before the address: some browsers fetch as soon as they read it.
        loading={first ? undefined : 'lazy'}
        decoding="async"
        fetchPriority={first ? 'high' : undefined}
        sizes={SIZES[across]}
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
