import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { hostilePictures, uploadForm } from '#tests/helpers/hostile/pictures.ts';
import { measureWhile, percentile } from '#tests/helpers/measure.ts';
import { findWebPid } from '#tests/helpers/processes.ts';
import type { FindResult } from '#tests/helpers/rest-result-types.ts';
import { startSite } from '#tests/helpers/running-site.ts';
import { readSessionToken, sessionHeaders } from '#tests/helpers/session.ts';

const UPLOADS = Number(process.env.UPLOADS ?? 200);
const CLIENTS = 8;
const MAX_MIB = 600;

interface Media {
  filename: string;
  sizes: Record<string, { filename?: string | null }>;
}

it(`handles ${UPLOADS} hostile pictures within ${MAX_MIB} MB, without a 500 and without leftover files`, async () => {
  const site = await startSite();
  try {
    const login = { email: 'writer@example.org', password: site.password };
    const headers = sessionHeaders(
      readSessionToken(
        await fetch(`${site.url}/api/users/login`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(login),
        }),
      ),
    );
    const kinds = await hostilePictures();
    const queue = Array.from({ length: UPLOADS }, (_, n) => kinds[n % kinds.length]);
    const statuses: Record<number, number> = {};
    const upload = async () => {
      for (let picture = queue.pop(); picture; picture = queue.pop()) {
        const { status } = await fetch(`${site.url}/api/media`, {
          method: 'POST',
          headers,
          body: uploadForm(picture),
        });
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
    };
    const { waits, mostMiB } = await measureWhile(
      `${site.url}/`,
      await findWebPid(site),
      async () => {
        await Promise.all(Array.from({ length: CLIENTS }, upload));
      },
    );
    console.log({ statuses, mostMiB, readersWait: percentile(waits, 95) });
    expect(Object.keys(statuses).filter((status) => Number(status) >= 500)).toEqual([]);
    expect(mostMiB).toBeLessThanOrEqual(MAX_MIB);

    const response = await fetch(`${site.url}/api/media?limit=1000&depth=0`, { headers });
    const { docs } = (await response.json()) as FindResult<Media>;
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
