import type { ShownCitation } from '#content/blocks/block-view.ts';
import styles from './styles.module.css';

/** A number in the text that leads to its source; without a number there is no such source. */
export const Citation = ({ number, first }: Pick<ShownCitation, 'number' | 'first'>) =>
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
