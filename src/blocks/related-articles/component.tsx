import type { Shown } from '#blocks/shown.ts';
import type { RelatedArticlesBlock } from '#payload-types.ts';
import styles from './styles.module.css';

/** Articles to read on, as a quiet list. */
export const RelatedArticles = ({ heading, cards }: Shown<RelatedArticlesBlock>) =>
  cards.length > 0 && (
    <section>
      <h2>{heading}</h2>
      <ul className={styles.list}>
        {cards.map(({ title, summary, href, stages }) => (
          <li key={href}>
            <a className={styles.title} href={href}>
              {title}
            </a>
            <p className={styles.summary}>{summary}</p>
            {stages.length > 0 && <p className={styles.stages}>On the way: {stages.join(', ')}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
