import { RichText } from '#content/blocks/rich-text.tsx';
import type { ArticleListView, PersonView } from '#domain/view-models.ts';
import { ArticleList } from '#ui/article-list.tsx';
import { Pager } from '#ui/pager.tsx';
import { PictureFigure } from '#ui/picture.tsx';
import styles from './text-page.module.css';

export interface PersonPageProps {
  person: PersonView;
  path: string;
  articles: ArticleListView;
}

/** The page of an author, with their articles. */
export const PersonPage = ({ person, path, articles }: PersonPageProps) => (
  <div className={styles.text}>
    <h1>{person.name}</h1>
    <p className={styles.lead}>{person.role}</p>
    {person.portrait && <PictureFigure picture={person.portrait} />}
    {person.biography && <RichText body={person.biography} />}
    {articles.cards.length > 0 && (
      <>
        <h2>Articles by {person.name}</h2>
        <ArticleList articles={articles.cards} />
        <Pager
          page={articles.page}
          pages={articles.pages}
          hrefOf={(other) => (other > 1 ? `${path}?page=${other}` : path)}
        />
      </>
    )}
  </div>
);
