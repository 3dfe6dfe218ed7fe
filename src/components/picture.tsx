import styles from './picture.module.css';

interface PictureProps {
  picture: {
    alt: string;
    credit?: string;
    src: string;
    srcSet: string;
    width: number;
    height: number;
  };
  /** How wide it stands on a page, like `(min-width: 60rem) 36rem, 100vw`. */
  sizes: string;
  /** What is said below it. */
  caption?: string | null;
  /** True for a picture that is in sight when the page opens. */
  first?: boolean;
}

/** A picture with its caption and credit; it keeps its room while it loads. */
export const PictureFigure = ({ picture, sizes, caption, first = false }: PictureProps) => {
  const { alt, credit, ...image } = picture;
  return (
    <figure className={styles.figure}>
      <img
        // Before the address: some browsers fetch as soon as they read it.
        loading={first ? undefined : 'lazy'}
        decoding="async"
        fetchPriority={first ? 'high' : undefined}
        sizes={sizes}
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
