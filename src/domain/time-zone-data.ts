/** Zero-based month of July. The name of a release (`2026c`) has only its year, so its date is taken as mid-year. */
const MID_YEAR_MONTH = 6;

/**
 * Returns a warning if the time-zone data are more than a year old: every year, some countries change their rules.
 * @param release of the IANA time zone database, like `2025b`
 * @returns undefined for newer data, and for a release without a year
 */
export function findZoneDataWarning(release: string | undefined, now: Date): string | undefined {
  const year = Number(/^(\d{4})[a-z]+$/.exec(release ?? '')?.[1]);
  if (!year || now.getTime() < Date.UTC(year + 1, MID_YEAR_MONTH)) return undefined;
  return `The time-zone data of Node (${release}) are more than a year old: where rules have changed since, times are wrong. Update Node.`;
}
