import { RichText } from '#content/blocks/rich-text.tsx';
import type { StageView } from '#domain/view-models.ts';
import { ArticleList } from '#ui/article-list.tsx';
import { Pathway } from '#ui/pathway.tsx';
import { PictureFigure } from '#ui/picture.tsx';
import { listStageFacts } from '#ui/stage-facts.ts';
import styles from './stage.module.css';
import page from './text-page.module.css';

/** The page of a treatment stage, with its place in the pathway. */
export function StagePage({ stage }: { stage: StageView }) {
  const { title, summary, picture, position, pathway, articles, moreArticles, previous, next } =
    stage;
  return (
    <>
      <nav className={styles.way} aria-label="The way">
        <Pathway
          layout="line"
          steps={pathway.map(({ title, href, isCurrent }) => ({ title, href, isCurrent }))}
        />
      </nav>
      <div className={page.text}>
        <p className={styles.place}>
          Stage {position} of {pathway.length}
        </p>
        <h1>{title}</h1>
        <p className={page.lead}>{summary}</p>
        <dl className={styles.facts}>
          {listStageFacts(stage).map(({ term, description }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{description}</dd>
            </div>
          ))}
        </dl>
        {picture && <PictureFigure picture={picture} />}
        <h2 id="what-happens-here">What happens</h2>
        <RichText body={stage.whatHappens} />
        <h2 id="what-comes-next">What comes next</h2>
        <RichText body={stage.whatComesNext} />
        {articles.length > 0 && (
          <>
            <h2 id="to-read">Read about this stage</h2>
            <ArticleList articles={articles} />
            {moreArticles && (
              <p>
                <a href={moreArticles.href}>{moreArticles.label}</a>
              </p>
            )}
          </>
        )}
        <nav className={styles.steps} aria-label="Stages before and after">
          {previous && (
            <a href={previous.href} rel="prev">
              <span>The stage before</span> {previous.label}
            </a>
          )}
          {next && (
            <a href={next.href} rel="next">
              <span>The stage after</span> {next.label}
            </a>
          )}
        </nav>
      </div>
    </>
  );
}
