import type { PayloadRequest } from 'payload';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { formatShortMoment } from '#domain/time-zone.ts';
import type { Article } from '#payload-types.ts';
import { hasAnyRole } from '#platform/access/rules.ts';
import styles from '../shared/dashboard.module.css';
import { loadSiteTimeZone } from '../shared/site-time-zone.ts';

const MAX_ROWS = 5;

/** The articles with unpublished changes, last changed first. */
export async function RecentDrafts({ req }: { req: PayloadRequest }) {
  const [{ docs }, zone] = await Promise.all([
    req.payload.find({
      collection: 'articles',
      where: { _status: { equals: 'draft' } },
      sort: '-updatedAt',
      limit: MAX_ROWS,
      pagination: false,
      depth: 0,
      draft: true,
      overrideAccess: false,
      req,
    }),
    loadSiteTimeZone(req.payload),
  ]);
  return (
    <section className={styles.section} aria-labelledby="drafts-in-work">
      <h2 id="drafts-in-work">Articles not published yet</h2>
      {docs.length === 0 ? (
        <p>No article has changes that wait to be published.</p>
      ) : (
        <ul className={`${styles.rows} ${styles.drafts}`}>
          {docs.map((article) => (
            <DraftRow key={article.id} article={article} zone={zone} />
          ))}
        </ul>
      )}
      <p>
        {hasAnyRole(req.user, 'writer', 'editor', 'admin') && (
          <a href="/admin/collections/articles/create">Write an article</a>
        )}
        <a href="/admin/collections/articles">All articles</a>
      </p>
    </section>
  );
}

const DraftRow = ({ article, zone }: { article: Article; zone: string }) => (
  <li>
    <a href={`/admin/collections/articles/${article.id}`}>{article.title || 'Without a title'}</a>
    <span>Changed {formatShortMoment(new Date(article.updatedAt), zone, DEFAULT_LOCALE)}</span>
  </li>
);
