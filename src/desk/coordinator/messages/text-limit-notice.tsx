import type { PayloadRequest } from 'payload';
import styles from '#desk/shared/dashboard.module.css';
import { textsPerHourOf } from '#domain/call-and-text-settings.ts';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { formatTime } from '#domain/time-zone.ts';
import { isHourFull, nextHour } from '#submissions/messages/texts/hourly-limit.ts';

/** A dashboard notice while the hourly limit for automatic texts is reached. */
export async function TextLimitNotice({ req }: { req: PayloadRequest }) {
  const site = await req.payload.findGlobal({ slug: 'site', depth: 0, overrideAccess: false, req });
  const now = new Date();
  const limit = textsPerHourOf(site);
  if (!(await isHourFull(req.payload, limit, now))) return null;
  return (
    <section className={styles.section} aria-labelledby="texts-at-limit">
      <h2 id="texts-at-limit">The hourly limit for texts is reached</h2>
      <p>
        {limit} went out by themselves in this hour, the most that Site allows. Others wait until{' '}
        {formatTime(nextHour(now), site.timeZone, DEFAULT_LOCALE)}, or for a person.
      </p>
    </section>
  );
}
