import { zoneDataWarning } from '#domain/zone-data.ts';
import { env } from '#platform/environment/env.ts';
import { unlistedProxy } from '#platform/http/unlisted-proxy.ts';
import { diskSpaceOf, diskWarningOf } from '#platform/storage/disk-space.ts';

/** Says in one line what is wrong, and what to do about it; undefined if nothing is. */
type Source = () => Promise<string | undefined> | string | undefined;

const SOURCES: readonly Source[] = [
  async () => diskWarningOf(await diskSpaceOf(env.DATA_DIR)),
  () => zoneDataWarning(process.versions.tz, new Date()),
  () => unlistedProxy(),
];

/** What is worrying and keeps the site from nothing yet, a line each, without personal data. */
export async function warnings(): Promise<string[]> {
  // One that fails must not hide the others.
  const all = await Promise.all(
    SOURCES.map(async (ask) => ask()).map((one) => one.catch(() => undefined)),
  );
  return all.filter((line) => line !== undefined);
}
