import { RichText } from '#content/blocks/rich-text.tsx';
import type { ArticleView, DayView } from '#domain/view-models.ts';
import { PictureFigure } from '#ui/picture.tsx';
import styles from './article.module.css';
import { Contents } from './contents.tsx';
import { LinkList } from './link-list.tsx';
import { QuietBar } from './quiet-bar.tsx';
import { ShareButton } from './share-button.tsx';

/** An article as readers see it. */
export function ArticlePage({ article }: { article: ArticleView }) {
  const { title, summary, authors, topics, stages, published, changed, minutes } = article;
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
          {changed && (
            <span>
              Last updated <Day {...changed} />
            </span>
          )}
          <span>{minutes === 1 ? '1 minute' : `${minutes} minutes`} to read</span>
          <ShareButton />
        </p>
      </header>
      {picture && <PictureFigure picture={picture} first />}
      <Contents sections={sections} />
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
      {callToAction && <QuietBar link={callToAction} />}
    </article>
  );
}

const Day = ({ iso, words }: DayView) => <time dateTime={iso}>{words}</time>;
