import type { PayloadRequest } from 'payload';
import styles from '#desk/shared/dashboard.module.css';
import { loadSiteTimeZone } from '#desk/shared/site-time-zone.ts';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { KIND_LABELS } from '#domain/submission-kinds.ts';
import { formatShortMoment } from '#domain/time-zone.ts';
import type { FormSubmission } from '#payload-types.ts';
import spamStyles from '../spam/spam.module.css';

const MAX_ROWS = 5;

/** The new submissions, with the earliest promised response first. */
export async function WaitingSubmissions({ req }: { req: PayloadRequest }) {
  const [{ docs, totalDocs }, zone] = await Promise.all([
    req.payload.find({
      collection: 'form-submissions',
      where: { status: { equals: 'new' } },
      sort: ['dueAt', 'receivedAt'],
      limit: MAX_ROWS,
      depth: 0,
      overrideAccess: false,
      req,
    }),
    loadSiteTimeZone(req.payload),
  ]);
  return (
    <section className={styles.section} aria-labelledby="requests-waiting">
      <h2 id="requests-waiting">
        {totalDocs === 1 ? '1 request is waiting' : `${totalDocs} requests are waiting`}
      </h2>
      {totalDocs === 0 ? (
        <p>Everybody has been answered. New requests appear here as they come in.</p>
      ) : (
        <ul className={styles.rows}>
          {docs.map((submission) => (
            <WaitingSubmission key={submission.id} submission={submission} zone={zone} />
          ))}
        </ul>
      )}
      <p>
        <a href="/admin/collections/form-submissions">
          {totalDocs > MAX_ROWS
            ? `All requests, and ${totalDocs - MAX_ROWS} more that wait`
            : 'All requests'}
        </a>
      </p>
    </section>
  );
}

function WaitingSubmission({ submission, zone }: { submission: FormSubmission; zone: string }) {
  const { id, reference, kind, name, dueAt, quarantined } = submission;
  const due = dueAt ? new Date(dueAt) : undefined;
  return (
    <li>
      <a href={`/admin/collections/form-submissions/${id}`}>{reference}</a>
      <span>{KIND_LABELS[kind]}</span>
      <span>
        {name ?? 'No name given'}{' '}
        {quarantined && <span className={spamStyles.tag}>Possible spam</span>}
      </span>
      {due && (
        <span className={due < new Date() ? styles.late : undefined}>
          {due < new Date() ? 'Was promised by ' : 'Promised by '}
          {formatShortMoment(due, zone, DEFAULT_LOCALE)}
        </span>
      )}
    </li>
  );
}
