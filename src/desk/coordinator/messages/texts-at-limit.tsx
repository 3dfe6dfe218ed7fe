import type { PayloadRequest } from 'payload';
import styles from '#desk/shared/dashboard.module.css';
import { textsPerHourOf } from '#domain/calls-and-texts.ts';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { timeInWords } from '#domain/time-zone.ts';
import { isHourFull, nextHour } from '#submissions/messages/texts/hourly-limit.ts';

/** A line on the first screen while no more texts go out by themselves in this hour. */
export async function TextsAtLimit({ req }: { req: PayloadRequest }) {
  const site = await req.payload.findGlobal({ slug: 'site', depth: 0, overrideAccess: false, req });
  const now = new Date();
  const most = textsPerHourOf(site);
  if (!(await isHourFull(req.payload, most, now))) return null;
  return (
    <section className={styles.section} aria-labelledby="texts-at-limit">
      <h2 id="texts-at-limit">The hourly limit for texts is reached</h2>
      <p>
        {most} went out by themselves in this hour, the most that Site allows. Others wait until{' '}
        {timeInWords(nextHour(now), site.timeZone, DEFAULT_LOCALE)}, or for a person.
      </p>
    </section>
  );
}
