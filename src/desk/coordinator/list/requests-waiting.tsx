import type { PayloadRequest } from 'payload';
import styles from '#desk/shared/dashboard.module.css';
import { siteZone } from '#desk/shared/site-zone.ts';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { KIND_LABELS } from '#domain/submission-kinds.ts';
import { shortMoment } from '#domain/time-zone.ts';
import type { FormSubmission } from '#payload-types.ts';
import suspect from '../spam/suspect.module.css';

const SHOWN = 5;

/** The requests that nobody has answered yet, those promised soonest first. */
export async function RequestsWaiting({ req }: { req: PayloadRequest }) {
  const [{ docs, totalDocs }, zone] = await Promise.all([
    req.payload.find({
      collection: 'form-submissions',
      where: { status: { equals: 'new' } },
      sort: ['dueAt', 'receivedAt'],
      limit: SHOWN,
      depth: 0,
      overrideAccess: false,
      req,
    }),
    siteZone(req.payload),
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
          {docs.map((request) => (
            <Waiting key={request.id} request={request} zone={zone} />
          ))}
        </ul>
      )}
      <p>
        <a href="/admin/collections/form-submissions">
          {totalDocs > SHOWN
            ? `All requests, and ${totalDocs - SHOWN} more that wait`
            : 'All requests'}
        </a>
      </p>
    </section>
  );
}

function Waiting({ request, zone }: { request: FormSubmission; zone: string }) {
  const { id, reference, kind, name, dueAt, quarantined } = request;
  const due = dueAt ? new Date(dueAt) : undefined;
  return (
    <li>
      <a href={`/admin/collections/form-submissions/${id}`}>{reference}</a>
      <span>{KIND_LABELS[kind]}</span>
      <span>
        {name ?? 'No name given'}{' '}
        {quarantined && <span className={suspect.tag}>Possible spam</span>}
      </span>
      {due && (
        <span className={due < new Date() ? styles.late : undefined}>
          {due < new Date() ? 'Was promised by ' : 'Promised by '}
          {shortMoment(due, zone, DEFAULT_LOCALE)}
        </span>
      )}
    </li>
  );
}
