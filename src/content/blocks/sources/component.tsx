import type { BlockView } from '#content/blocks/block-view.ts';
import type { SourceView } from '#domain/view-models.ts';
import type { SourcesBlock } from '#payload-types.ts';
import styles from './styles.module.css';

/** The numbered sources of an article; each links back to its first citation in the text. */
export const Sources = ({ heading, list, anchor }: BlockView<SourcesBlock>) =>
  list.length > 0 && (
    <section className={styles.block}>
      <h2 id={anchor}>{heading}</h2>
      <ol className={styles.list}>
        {list.map((source, index) => (
          <li key={source.key} id={`source-${index + 1}`}>
            <Title title={source.title} url={source.url} />
            {formatReference(source)}
            {source.isCited && (
              <a
                className={styles.back}
                href={`#cite-${index + 1}`}
                aria-label={`Back to text that cites source ${index + 1}`}
              >
                Back to text
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
  );

const Title = ({ title, url }: Pick<SourceView, 'title' | 'url'>) => (
  <cite className={styles.title}>{url ? <a href={url}>{title}</a> : title}</cite>
);

/** Joins publisher, detail and year to follow the title. */
const formatReference = ({ publisher, detail, year }: SourceView): string =>
  `. ${[publisher, detail, year].filter(Boolean).join(', ')}.`;
