import type { CitationView } from '#content/blocks/block-view.ts';
import styles from './styles.module.css';

/** The number of a source, linked to the list of sources; renders nothing if the source is not listed. */
export const Citation = ({ number, first }: Pick<CitationView, 'number' | 'first'>) =>
  number === undefined ? null : (
    <sup className={styles.citation}>
      <a
        href={`#source-${number}`}
        id={first ? `cite-${number}` : undefined}
        aria-label={`Source ${number}`}
      >
        {number}
      </a>
    </sup>
  );
