import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Found } from '#tests/helpers/answers.ts';
import { hostilePictures, uploadOf } from '#tests/helpers/hostile/pictures.ts';
import { meanwhile, percentile } from '#tests/helpers/measure.ts';
import { webOf } from '#tests/helpers/processes.ts';
import { startSite } from '#tests/helpers/running-site.ts';
import { sessionHeaders, sessionIn } from '#tests/helpers/session.ts';

const UPLOADS = Number(process.env.UPLOADS ?? 200);
const AT_ONCE = 8;
const MOST_MIB = 600;

interface Media {
  filename: string;
  sizes: Record<string, { filename?: string | null }>;
}

it(`${UPLOADS} hostile pictures need no more than ${MOST_MIB} MB, fail without a 500 and leave nothing behind`, async () => {
  const site = await startSite();
  try {
    const login = { email: 'writer@example.org', password: site.password };
    const headers = sessionHeaders(
      sessionIn(
        await fetch(`${site.url}/api/users/login`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(login),
        }),
      ),
    );
    const kinds = await hostilePictures();
    const left = Array.from({ length: UPLOADS }, (_, n) => kinds[n % kinds.length]);
    const statuses: Record<number, number> = {};
    const sender = async () => {
      for (let picture = left.pop(); picture; picture = left.pop()) {
        const { status } = await fetch(`${site.url}/api/media`, {
          method: 'POST',
          headers,
          body: uploadOf(picture),
        });
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
    };
    const { waits, mostMiB } = await meanwhile(`${site.url}/`, await webOf(site), async () => {
      await Promise.all(Array.from({ length: AT_ONCE }, sender));
    });
    console.log({ statuses, mostMiB, readersWait: percentile(waits, 95) });
    expect(Object.keys(statuses).filter((status) => Number(status) >= 500)).toEqual([]);
    expect(mostMiB).toBeLessThanOrEqual(MOST_MIB);

    const answer = await fetch(`${site.url}/api/media?limit=1000&depth=0`, { headers });
    const { docs } = (await answer.json()) as Found<Media>;
    const named = docs.flatMap(({ filename, sizes }) => [
      filename,
      ...Object.values(sizes).map((size) => size.filename),
    ]);
    const files = await readdir(path.join(site.dataDir, 'media'));
    expect(files.toSorted()).toEqual([...new Set(named.filter(Boolean))].toSorted());
    expect(await readdir(path.join(site.dataDir, 'media-aside')).catch(() => [])).toEqual([]);
  } finally {
    await site.stop();
  }
});
