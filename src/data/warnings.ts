import { findZoneDataWarning } from '#domain/time-zone-data.ts';
import { env } from '#platform/environment/env.ts';
import { unlistedProxyWarning } from '#platform/http/unlisted-proxy.ts';
import { diskWarningOf, readDiskSpace } from '#platform/storage/disk-space.ts';

/** Returns one line that says what is wrong and what to do about it; undefined if nothing is. */
type WarningSource = () => Promise<string | undefined> | string | undefined;

const WARNING_SOURCES: readonly WarningSource[] = [
  async () => diskWarningOf(await readDiskSpace(env.DATA_DIR)),
  () => findZoneDataWarning(process.versions.tz, new Date()),
  () => unlistedProxyWarning(),
];

/** Lists warnings for administrators about problems that do not affect the site yet, a line each, without personal data. */
export async function listWarnings(): Promise<string[]> {
  // A source that fails must not hide the others.
  const all = await Promise.all(
    WARNING_SOURCES.map(async (findWarning) => findWarning()).map((warning) =>
      warning.catch(() => undefined),
    ),
  );
  return all.filter((line) => line !== undefined);
}
