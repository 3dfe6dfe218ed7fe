import type { Paged } from '#domain/view-models.ts';
import { ArticleList } from '#ui/article-list.tsx';
import { Submit } from '#ui/button.tsx';
import { SelectField } from '#ui/field.tsx';
import { Pager } from '#ui/pager.tsx';
import styles from './articles.module.css';

interface Option {
  value: string;
  label: string;
}

export interface ArticlesPageProps extends Paged {
  stages: Option[];
  topics: Option[];
  /** Slugs of the stage and topic that were chosen; empty for all. */
  stage: string;
  topic: string;
}

/** The address of the index, with what was chosen. */
export function indexPath(stage: string, topic: string, page = 1): string {
  const chosen = new URLSearchParams();
  if (stage) chosen.set('stage', stage);
  if (topic) chosen.set('topic', topic);
  if (page > 1) chosen.set('page', String(page));
  return chosen.size > 0 ? `/articles?${chosen}` : '/articles';
}

/** All articles, newest first, by stage and topic. */
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
        <Submit quiet>Show articles</Submit>
      </form>
      {cards.length > 0 ? (
        <ArticleList articles={cards} level={2} />
      ) : (
        <p>
          There is no article about this yet. <a href="/articles">See all articles</a>.
        </p>
      )}
      <Pager page={page} pages={pages} hrefOf={(other) => indexPath(stage, topic, other)} />
    </>
  );
};
