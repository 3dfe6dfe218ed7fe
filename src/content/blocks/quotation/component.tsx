import type { Shown } from '#content/blocks/block-view.ts';
import { addressIn } from '#domain/href.ts';
import type { QuotationBlock } from '#payload-types.ts';
import styles from './styles.module.css';

/** Somebody's own words, and who said them where. */
export function Quotation({ quote, source, url }: Shown<QuotationBlock>) {
  const href = addressIn(url)?.href;
  return (
    <figure className={styles.quotation}>
      <blockquote className={styles.quote} cite={href}>
        <p>{quote}</p>
      </blockquote>
      <figcaption className={styles.source}>
        {href ? <a href={href}>{source}</a> : source}
      </figcaption>
    </figure>
  );
}
