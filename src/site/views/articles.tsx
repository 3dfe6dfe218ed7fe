import type { ArticleListView } from '#domain/view-models.ts';
import { ArticleList } from '#ui/article-list.tsx';
import { SubmitButton } from '#ui/button.tsx';
import { SelectField } from '#ui/field.tsx';
import { Pager } from '#ui/pager.tsx';
import styles from './articles.module.css';

interface Option {
  value: string;
  label: string;
}

export interface ArticlesPageProps extends ArticleListView {
  stages: Option[];
  topics: Option[];
  /** Slugs of the selected stage and topic; empty for all. */
  stage: string;
  topic: string;
}

/** Returns the path and query of a page of the index, filtered by the slugs of a stage and a topic. */
export function articlesPath(stage: string, topic: string, page = 1): string {
  const query = new URLSearchParams();
  if (stage) query.set('stage', stage);
  if (topic) query.set('topic', topic);
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `/articles?${query}` : '/articles';
}

/** The index of all articles, newest first, which can be filtered by stage and topic. */
export const ArticlesPage = (props: ArticlesPageProps) => {
  const { cards, page, pages, stages, topics, stage, topic } = props;
  return (
    <>
      <h1>Articles</h1>
      <form className={styles.filter} action="/articles" method="get">
        <SelectField
          {...{ id: 'stage', name: 'stage', label: 'Stage of the way', required: true }}
          options={[{ value: '', label: 'All stages' }, ...stages]}
          values={[stage]}
        />
        <SelectField
          {...{ id: 'topic', name: 'topic', label: 'Topic', required: true }}
          options={[{ value: '', label: 'All topics' }, ...topics]}
          values={[topic]}
        />
        <SubmitButton secondary>Show articles</SubmitButton>
      </form>
      {cards.length > 0 ? (
        <ArticleList articles={cards} level={2} />
      ) : (
        <p>
          There is no article about this yet. <a href="/articles">See all articles</a>.
        </p>
      )}
      <Pager page={page} pages={pages} hrefOf={(other) => articlesPath(stage, topic, other)} />
    </>
  );
};
