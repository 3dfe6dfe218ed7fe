import { CallToAction } from '#content/blocks/call-to-action/component.tsx';
import type { CrisisLine } from '#domain/crisis-lines.ts';
import type { HomeView } from '#domain/view-models.ts';
import { ArticleList } from '#ui/article-list.tsx';
import { Pathway } from '#ui/pathway.tsx';
import { PictureFigure } from '#ui/picture.tsx';
import styles from './home.module.css';

interface HomePageProps {
  home: HomeView;
  crisisLines: CrisisLine[];
}

/** The home page: an introduction, the pathway, the newest articles and a call to action. */
export const HomePage = ({ home, crisisLines }: HomePageProps) => {
  const { heading, introduction, picture, pathway, articles, callToAction } = home;
  return (
    <>
      <h1>{heading}</h1>
      <p className={styles.lead}>{introduction}</p>
      {pathway.length > 0 && (
        <section className={styles.way} aria-labelledby="way">
          <h2 id="way">Where are you on the way?</h2>
          <Pathway
            layout="across"
            steps={pathway.map(({ title, summary, href }) => ({ title, text: summary, href }))}
          />
          {picture && <PictureFigure picture={picture} size="page" />}
        </section>
      )}
      <div className={styles.below}>
        {articles.length > 0 && (
          <section aria-labelledby="newest">
            <h2 id="newest">New to read</h2>
            <ArticleList articles={articles} />
            <p className={styles.all}>
              <a href="/articles">All articles</a>
            </p>
          </section>
        )}
        {callToAction && (
          <CallToAction
            blockType="call-to-action"
            callToAction={callToAction.slug}
            show="panel"
            callToActionView={callToAction}
            crisisLines={crisisLines}
            fromPath="/"
          />
        )}
      </div>
    </>
  );
};
