import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { GET } from '#app/readyz/route.ts';
import { warnings } from '#data/warnings.ts';
import { beat } from '#data/worker-beats.ts';
import { WarningsNotice } from '#desk/admin/warnings-notice.tsx';
import { env } from '#platform/environment/env.ts';
import { rest } from '#tests/helpers/rest.ts';
import { smallVolume } from '#tests/helpers/small-volume.ts';
import { cabinet } from '#tests/helpers/specimens.ts';

const { api, specimen } = await cabinet();
const picture = await specimen('media', 'A picture');
const names = [
  picture.filename,
  ...Object.values(picture.sizes as object).map((size: { filename?: string }) => size.filename),
].filter((name) => typeof name === 'string');

const NEVER = 'private, no-store';

it('there is a file of more than one size', () => {
  expect(names.length).toBeGreaterThan(1);
});

it.each(names)('%s is kept by caches, and says whose it is', async (name) => {
  const { status, headers } = await rest('GET', `/media/file/${name}`);
  expect(status).toBe(200);
  expect(headers.get('Cache-Control')).toBe(
    'public, max-age=86400, s-maxage=60, stale-if-error=86400',
  );
  expect(headers.get('Cache-Tag')).toBe(`media:${picture.id},media:${picture.id}:self`);
});

it('is said to be there to who asks for no more than that', async () => {
  const { status, headers } = await rest('HEAD', `/media/file/${picture.filename}`);
  expect(status).toBe(200);
  expect(headers.get('Cache-Tag')).toContain(`media:${picture.id}`);
});

it('it is the same for every front end', async () => {
  const answers = await Promise.all(
    ['https://front.example', 'https://elsewhere.example', env.SITE_URL].map((Origin) =>
      rest('GET', `/media/file/${picture.filename}`, { headers: { Origin } }),
    ),
  );
  for (const { headers } of answers) {
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(headers.get('Access-Control-Allow-Credentials')).toBeNull();
  }
});

it.each([
  ['of which there is no file', 'nowhere.webp', {}, 404],
  ['outside the folder', '..%2f..%2fpayload-secret', {}, 403],
  ['of which a part is asked that it does not have', names[0], { Range: 'bytes=9999999-' }, 416],
])('no cache keeps what is said of a picture %s', async (_, name, headers, status) => {
  const answer = await rest('GET', `/media/file/${name}`, { headers });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('Cache-Control')).toBe(NEVER);
  expect(answer.headers.get('Cache-Tag')).toBeNull();
});

it('a file that was left behind is no picture', async () => {
  const left = await specimen('media', 'For a moment');
  await api.db.deleteOne({ collection: 'media', where: { id: { equals: left.id } } });
  expect(await rest('GET', `/media/file/${left.filename}`)).toMatchObject({ status: 404 });
  await rm(path.join(env.DATA_DIR, 'media', String(left.filename)));
});

it('without the database, the file is there all the same, and no cache is told of it', async () => {
  vi.spyOn(api.db, 'findOne').mockRejectedValueOnce(new Error('away'));
  const { status, headers } = await rest('GET', `/media/file/${picture.filename}`);
  expect(status).toBe(200);
  expect(headers.get('Cache-Control')).toBe(NEVER);
  expect(headers.get('Cache-Tag')).toBeNull();
});

it('is refused while the disk is nearly full, and what is stored can still be described', async (context) => {
  const { status } = await rest('GET', `/media/file/${picture.filename}`);
  expect(status).toBe(200);
  const volume = await smallVolume(env.DATA_DIR, 20, context);
  expect(await warnings()).toEqual([]);
  await volume.fill(1.5);
  const low =
    'The disk of DATA_DIR is nearly full: 1 of 20 MiB are free. Make room before it fills up.';
  expect(await warnings()).toEqual([low]);
  expect(renderToStaticMarkup(await WarningsNotice())).toContain(`<li>${low}</li>`);
  await beat('a worker');
  const readiness = await GET();
  expect([readiness.status, await readiness.text()]).toEqual([200, `ready\n${low}\n`]);
  await volume.fill(0.5);
  await expect(specimen('media', 'One too many')).rejects.toMatchObject({
    status: 507,
    message: expect.stringMatching(/^There is no room for pictures on the server now\. /),
  });
  expect(await readdir(env.DATA_DIR)).toEqual(['filling']);
  expect(await warnings()).toEqual([expect.stringContaining('pictures are refused')]);
  // System: whoever may do so is another matter.
  const system = { overrideAccess: true, depth: 0 } as const;
  const { docs } = await api.find({
    collection: 'media',
    where: { alt: { equals: 'One too many' } },
    ...system,
  });
  expect(docs).toEqual([]);
  const of = { collection: 'media', id: String(picture.id), ...system } as const;
  expect(await api.update({ ...of, data: { alt: 'A chair' } })).toMatchObject({ alt: 'A chair' });
  await volume.free();
  await specimen('media', 'There is room again');
});
