/** A release is named by its year and a letter, like 2026c. It came out in the middle of the year, give or take half of it. */
const MIDDLE_OF_YEAR = 6;

/**
 * What is said of time-zone data (like `2025b`) that are older than a year: countries change their rules every year.
 * @returns undefined for data that are newer, or tell no year
 */
export function zoneDataWarning(release: string | undefined, now: Date): string | undefined {
  const year = Number(/^(\d{4})[a-z]+$/.exec(release ?? '')?.[1]);
  if (!year || now.getTime() < Date.UTC(year + 1, MIDDLE_OF_YEAR)) return undefined;
  return `The time-zone data of Node (${release}) are more than a year old: where rules have changed since, times are wrong. Update Node.`;
}
