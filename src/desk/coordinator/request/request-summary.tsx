import type { PayloadRequest, UIFieldServerProps } from 'payload';
import { callsAtOnceOf, servedCountriesOf } from '#domain/calls-and-texts.ts';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { idOf } from '#domain/relation.ts';
import { isWithdrawn } from '#domain/statuses.ts';
import { momentInWords } from '#domain/time-zone.ts';
import type { ConsentRecord, FormSubmission } from '#payload-types.ts';
import { doubleBookedWith } from '#submissions/booking/double-booked.ts';
import { mayContact } from '#submissions/withdrawal/may-contact.ts';
import { TakenBack, TakenBackBeside } from '../withdrawal/taken-back.tsx';
import withdrawal from '../withdrawal/withdrawal.module.css';
import styles from './request.module.css';
import { type Line, summaryOf } from './summary.ts';

/** What a visitor sent, so that one who is about to call can read it at a glance. */
export async function RequestSummary({ id, req }: UIFieldServerProps) {
  if (!id) return null;
  const [request, consents, site] = await Promise.all([
    findRequest(req, String(id)),
    findConsents(req, String(id)),
    req.payload.findGlobal({ slug: 'site', depth: 0, overrideAccess: false, req }),
  ]);
  const zone = site.timeZone;
  const sameTime = await doubleBookedWith(request, callsAtOnceOf(site), req);
  const invitation = await headingOf(req, request);
  const { receivedAt, status, withdrawnBeside } = request;
  const wantsContact = await mayContact(request, new Date(receivedAt), req);
  // Who took back a request by its receipt may have sent another one that counts.
  const reachable = wantsContact && !isWithdrawn(request);
  return (
    <div className={styles.summary}>
      {!wantsContact && <Withdrew />}
      {wantsContact && !reachable && <TakenBack />}
      {status !== 'closed' && <TakenBackBeside shared={withdrawnBeside ?? []} />}
      {summaryOf(request, {
        zone,
        invitation,
        reachable,
        served: servedCountriesOf(site),
        sameTime,
      }).map(({ title, lines }) => (
        <section key={title} className={styles.part}>
          <h2>{title}</h2>
          <dl>
            {lines.map((line) => (
              <Entry key={line.label} {...line} />
            ))}
          </dl>
        </section>
      ))}
      <section className={styles.part}>
        <h2>Consent</h2>
        {consents.length === 0 && <p>This form asked for no consent.</p>}
        {consents.map((consent) => (
          <Consent key={consent.id} {...consent} zone={zone} />
        ))}
      </section>
    </div>
  );
}

const Withdrew = () => (
  <section className={withdrawal.banner} aria-labelledby="withdrew">
    <h2 id="withdrew">They asked us not to contact them</h2>
    <p>
      Do not call, text or email them about this request. If they send a new one, you can answer
      that.
    </p>
  </section>
);

const Entry = ({ label, value, href, more, warning, first }: Line) => (
  <div className={first ? `${styles.entry} ${styles.first}` : styles.entry}>
    <dt>{label}</dt>
    <dd>
      {href ? <a href={href}>{value}</a> : value}
      {more && <span className={styles.more}>{more}</span>}
      {warning && <strong className={styles.more}>{warning}</strong>}
    </dd>
  </div>
);

const Consent = ({
  given,
  wording,
  version,
  recordedAt,
  zone,
}: ConsentRecord & { zone: string }) => (
  <div className={styles.consent}>
    <p className={given ? styles.given : styles.refused}>
      {given ? 'Given: the box was ticked' : 'Not given: the box was left empty'}
    </p>
    <blockquote>{wording}</blockquote>
    <p className={styles.more}>
      Version {version}, {momentInWords(new Date(recordedAt), zone, DEFAULT_LOCALE)}
    </p>
  </div>
);

const findRequest = (req: PayloadRequest, id: string): Promise<FormSubmission> =>
  req.payload.findByID({
    collection: 'form-submissions',
    id,
    depth: 0,
    overrideAccess: false,
    req,
  });

async function findConsents(req: PayloadRequest, id: string): Promise<ConsentRecord[]> {
  const { docs } = await req.payload.find({
    collection: 'consent-records',
    where: { submission: { equals: id } },
    depth: 0,
    pagination: false,
    overrideAccess: false,
    req,
  });
  return docs;
}

async function headingOf(req: PayloadRequest, { callToAction }: FormSubmission): Promise<string> {
  const { docs } = await req.payload.find({
    collection: 'calls-to-action',
    where: { id: { equals: idOf(callToAction) } },
    limit: 1,
    pagination: false,
    depth: 0,
    select: { heading: true },
    // System: what was answered is told also after it was unpublished.
    overrideAccess: true,
    req,
  });
  return docs[0]?.heading ?? '';
}
