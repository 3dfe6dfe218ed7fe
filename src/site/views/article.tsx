import { RichText } from '#content/blocks/rich-text.tsx';
import type { ArticleView, DayView } from '#domain/view-models.ts';
import { PictureFigure } from '#ui/picture.tsx';
import styles from './article.module.css';
import { CallToActionBar } from './call-to-action-bar.tsx';
import { LinkList } from './link-list.tsx';
import { ShareButton } from './share-button.tsx';
import { TableOfContents } from './table-of-contents.tsx';

/** The page of an article. */
export function ArticlePage({ article }: { article: ArticleView }) {
  const { title, summary, authors, topics, stages, published, updated, readingMinutes } = article;
  const { picture, sections, body, callToAction } = article;
  return (
    <article className={styles.article}>
      <header className={styles.head}>
        <h1>{title}</h1>
        <p className={styles.summary}>{summary}</p>
        <p className={styles.about}>
          {authors.length > 0 && (
            <span>
              By <LinkList links={authors} />
            </span>
          )}
          {published && (
            <span>
              Published <Day {...published} />
            </span>
          )}
          {updated && (
            <span>
              Last updated <Day {...updated} />
            </span>
          )}
          <span>{readingMinutes === 1 ? '1 minute' : `${readingMinutes} minutes`} to read</span>
          <ShareButton />
        </p>
      </header>
      {picture && <PictureFigure picture={picture} priority />}
      <TableOfContents sections={sections} />
      <div className={styles.text}>
        <RichText body={body} />
        <footer className={styles.shelf}>
          {stages.length > 0 && (
            <p>
              On the way: <LinkList links={stages} />
            </p>
          )}
          {topics.length > 0 && (
            <p>
              Topics: <LinkList links={topics} />
            </p>
          )}
        </footer>
      </div>
      {callToAction && <CallToActionBar link={callToAction} />}
    </article>
  );
}

const Day = ({ iso, formatted }: DayView) => <time dateTime={iso}>{formatted}</time>;
