import type { BlockView } from '#content/blocks/block-view.ts';
import { parseHref } from '#domain/href.ts';
import type { QuotationBlock } from '#payload-types.ts';
import styles from './styles.module.css';

/** A quotation with its source. */
export function Quotation({ quote, source, url }: BlockView<QuotationBlock>) {
  const href = parseHref(url)?.href;
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
