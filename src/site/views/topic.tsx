import type { ArticleListView } from '#domain/view-models.ts';
import { ArticleList } from '#ui/article-list.tsx';
import { Pager } from '#ui/pager.tsx';
import styles from './text-page.module.css';

export interface TopicPageProps extends ArticleListView {
  title: string;
  summary: string;
  path: string;
}

/** The page of a topic, with its articles. */
export const TopicPage = ({ title, summary, path, cards, page, pages }: TopicPageProps) => (
  <div className={styles.text}>
    <h1>{title}</h1>
    <p className={styles.lead}>{summary}</p>
    {cards.length > 0 ? (
      <ArticleList articles={cards} level={2} />
    ) : (
      <p>
        There is no article about this yet. <a href="/articles">See all articles</a>.
      </p>
    )}
    <Pager
      page={page}
      pages={pages}
      hrefOf={(other) => (other > 1 ? `${path}?page=${other}` : path)}
    />
  </div>
);
