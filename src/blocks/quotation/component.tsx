import type { Shown } from '#blocks/shown.ts';
import type { QuotationBlock } from '#payload-types.ts';
import styles from './styles.module.css';

/** Somebody's own words, and who said them where. */
export const Quotation = ({ quote, source, url }: Shown<QuotationBlock>) => (
  <figure className={styles.quotation}>
    <blockquote className={styles.quote} cite={url || undefined}>
      <p>{quote}</p>
    </blockquote>
    <figcaption className={styles.source}>{url ? <a href={url}>{source}</a> : source}</figcaption>
  </figure>
);
