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
  /** True for a picture that is in sight when the page opens. */
  first?: boolean;
}

/** A picture with its credit; it keeps its room while it loads. */
export const PictureFigure = ({ picture, sizes, first = false }: PictureProps) => {
  const { alt, credit, ...image } = picture;
  return (
    <figure className={styles.figure}>
      <img
        {...image}
        alt={alt}
        sizes={sizes}
        decoding="async"
        loading={first ? undefined : 'lazy'}
        fetchPriority={first ? 'high' : undefined}
      />
      {credit && <figcaption>{credit}</figcaption>}
    </figure>
  );
};
