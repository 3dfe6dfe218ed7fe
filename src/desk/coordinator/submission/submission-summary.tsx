import type { PayloadRequest, UIFieldServerProps } from 'payload';
import secondaryText from '#desk/shared/secondary-text.module.css';
import { callsAtOnceOf, servedCountriesOf } from '#domain/call-and-text-settings.ts';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { idOf } from '#domain/relationship.ts';
import { isWithdrawn } from '#domain/statuses.ts';
import { formatMoment } from '#domain/time-zone.ts';
import type { ConsentRecord, FormSubmission } from '#payload-types.ts';
import { findDoubleBookings } from '#submissions/booking/double-bookings.ts';
import { mayContact } from '#submissions/withdrawal/may-contact.ts';
import withdrawalStyles from '../withdrawal/withdrawal.module.css';
import {
  RelatedWithdrawalNotice,
  SubmissionWithdrawnNotice,
} from '../withdrawal/withdrawal-notices.tsx';
import styles from './submission.module.css';
import { type SummaryField, summarizeSubmission } from './summarize-submission.ts';

/** The data of a submission, laid out for a coordinator who is about to call. */
export async function SubmissionSummary({ id, req }: UIFieldServerProps) {
  if (!id) return null;
  const [submission, consents, site] = await Promise.all([
    findSubmission(req, String(id)),
    findConsents(req, String(id)),
    req.payload.findGlobal({ slug: 'site', depth: 0, overrideAccess: false, req }),
  ]);
  const zone = site.timeZone;
  const doubleBooked = await findDoubleBookings(submission, callsAtOnceOf(site), req);
  const callToActionHeading = await findHeading(req, submission);
  const { receivedAt, status, withdrawnBeside } = submission;
  const wantsContact = await mayContact(submission, new Date(receivedAt), req);
  // A withdrawal by receipt covers one submission: the same person may have sent another that counts.
  const isReachable = wantsContact && !isWithdrawn(submission);
  return (
    <div className={styles.summary}>
      {!wantsContact && <ContactWithdrawnNotice />}
      {wantsContact && !isReachable && <SubmissionWithdrawnNotice />}
      {status !== 'closed' && <RelatedWithdrawalNotice shared={withdrawnBeside ?? []} />}
      {summarizeSubmission(submission, {
        zone,
        callToActionHeading,
        isReachable,
        servedCountries: servedCountriesOf(site),
        doubleBooked,
      }).map(({ title, fields }) => (
        <section key={title} className={styles.part}>
          <h2>{title}</h2>
          <dl>
            {fields.map((field) => (
              <SummaryRow key={field.label} {...field} />
            ))}
          </dl>
        </section>
      ))}
      <section className={styles.part}>
        <h2>Consent</h2>
        {consents.length === 0 && <p>This form asked for no consent.</p>}
        {consents.map((consent) => (
          <ConsentEntry key={consent.id} {...consent} zone={zone} />
        ))}
      </section>
    </div>
  );
}

const ContactWithdrawnNotice = () => (
  <section className={withdrawalStyles.banner} aria-labelledby="withdrew">
    <h2 id="withdrew">They asked us not to contact them</h2>
    <p>
      Do not call, text or email them about this request. If they send a new one, you can answer
      that.
    </p>
  </section>
);

const SummaryRow = ({ label, value, href, detail, warning, isProminent }: SummaryField) => (
  <div className={isProminent ? `${styles.entry} ${styles.first}` : styles.entry}>
    <dt>{label}</dt>
    <dd>
      {href ? <a href={href}>{value}</a> : value}
      {detail && <span className={secondaryText.more}>{detail}</span>}
      {warning && <strong className={secondaryText.more}>{warning}</strong>}
    </dd>
  </div>
);

const ConsentEntry = ({
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
    <p className={secondaryText.more}>
      Version {version}, {formatMoment(new Date(recordedAt), zone, DEFAULT_LOCALE)}
    </p>
  </div>
);

const findSubmission = (req: PayloadRequest, id: string): Promise<FormSubmission> =>
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

async function findHeading(req: PayloadRequest, { callToAction }: FormSubmission): Promise<string> {
  const { docs } = await req.payload.find({
    collection: 'calls-to-action',
    where: { id: { equals: idOf(callToAction) } },
    limit: 1,
    pagination: false,
    depth: 0,
    select: { heading: true },
    // System: the heading is needed even after the call to action was unpublished.
    overrideAccess: true,
    req,
  });
  return docs[0]?.heading ?? '';
}
