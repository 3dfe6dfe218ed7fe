import type { PayloadRequest } from 'payload';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { shortMoment } from '#domain/time-zone.ts';
import type { Article } from '#payload-types.ts';
import { holds } from '#platform/access/rules.ts';
import styles from '../shared/dashboard.module.css';
import { siteZone } from '../shared/site-zone.ts';

const SHOWN = 5;

/** The articles with changes that readers can't see yet, last changed first. */
export async function DraftsInWork({ req }: { req: PayloadRequest }) {
  const [{ docs }, zone] = await Promise.all([
    req.payload.find({
      collection: 'articles',
      where: { _status: { equals: 'draft' } },
      sort: '-updatedAt',
      limit: SHOWN,
      pagination: false,
      depth: 0,
      draft: true,
      overrideAccess: false,
      req,
    }),
    siteZone(req.payload),
  ]);
  return (
    <section className={styles.section} aria-labelledby="drafts-in-work">
      <h2 id="drafts-in-work">Articles not published yet</h2>
      {docs.length === 0 ? (
        <p>No article has changes that wait to be published.</p>
      ) : (
        <ul className={`${styles.rows} ${styles.drafts}`}>
          {docs.map((article) => (
            <Draft key={article.id} article={article} zone={zone} />
          ))}
        </ul>
      )}
      <p>
        {holds(req.user, 'writer', 'editor', 'admin') && (
          <a href="/admin/collections/articles/create">Write an article</a>
        )}
        <a href="/admin/collections/articles">All articles</a>
      </p>
    </section>
  );
}

const Draft = ({ article, zone }: { article: Article; zone: string }) => (
  <li>
    <a href={`/admin/collections/articles/${article.id}`}>{article.title || 'Without a title'}</a>
    <span>Changed {shortMoment(new Date(article.updatedAt), zone, DEFAULT_LOCALE)}</span>
  </li>
);
