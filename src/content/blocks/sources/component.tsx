import type { Shown } from '#content/blocks/block-view.ts';
import type { SourceView } from '#domain/view-models.ts';
import type { SourcesBlock } from '#payload-types.ts';
import styles from './styles.module.css';

/** What the text cites, numbered; citations lead here and the list leads back to the first of each. */
export const Sources = ({ heading, list, anchor }: Shown<SourcesBlock>) =>
  list.length > 0 && (
    <section className={styles.block}>
      <h2 id={anchor}>{heading}</h2>
      <ol className={styles.list}>
        {list.map((source, index) => (
          <li key={source.key} id={`source-${index + 1}`}>
            <Title title={source.title} url={source.url} />
            {reference(source)}
            {source.cited && (
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

/** Publisher, place in the work, and year, as they follow the title. */
const reference = ({ publisher, detail, year }: SourceView): string =>
  `. ${[publisher, detail, year].filter(Boolean).join(', ')}.`;
