import type { BlockView } from '#content/blocks/block-view.ts';
import type { RelatedArticlesBlock } from '#payload-types.ts';
import { ArticleList } from '#ui/article-list.tsx';
import styles from './styles.module.css';

/** A list of articles; renders nothing if there are none. */
export const RelatedArticles = ({ heading, cards, anchor }: BlockView<RelatedArticlesBlock>) =>
  cards.length > 0 && (
    <section className={styles.block}>
      <h2 className={styles.heading} id={anchor}>
        {heading}
      </h2>
      <ArticleList articles={cards} />
    </section>
  );
