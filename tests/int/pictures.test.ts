import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { GET } from '#app/readyz/route.ts';
import { listWarnings } from '#data/warnings.ts';
import { recordHeartbeat } from '#data/worker-heartbeats.ts';
import { WarningsNotice } from '#desk/admin/warnings-notice.tsx';
import { env } from '#platform/environment/env.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';
import { rest } from '#tests/helpers/rest.ts';
import { mountSmallVolume } from '#tests/helpers/small-volume.ts';

const { api, createDocument } = await documentFactory();
const picture = await createDocument('media', 'A picture');
const names = [
  picture.filename,
  ...Object.values(picture.sizes as object).map((size: { filename?: string }) => size.filename),
].filter((name) => typeof name === 'string');

const UNCACHED = 'private, no-store';

it('stores more than one size', () => {
  expect(names.length).toBeGreaterThan(1);
});

it.each(names)('%s is cacheable and has the tags of its picture', async (name) => {
  const { status, headers } = await rest('GET', `/media/file/${name}`);
  expect(status).toBe(200);
  expect(headers.get('Cache-Control')).toBe(
    'public, max-age=86400, s-maxage=60, stale-if-error=86400',
  );
  expect(headers.get('Cache-Tag')).toBe(`media:${picture.id},media:${picture.id}:self`);
});

it('answers HEAD with the same tags', async () => {
  const { status, headers } = await rest('HEAD', `/media/file/${picture.filename}`);
  expect(status).toBe(200);
  expect(headers.get('Cache-Tag')).toContain(`media:${picture.id}`);
});

it('sends the same CORS headers to every origin', async () => {
  const responses = await Promise.all(
    ['https://front.example', 'https://elsewhere.example', env.SITE_URL].map((Origin) =>
      rest('GET', `/media/file/${picture.filename}`, { headers: { Origin } }),
    ),
  );
  for (const { headers } of responses) {
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(headers.get('Access-Control-Allow-Credentials')).toBeNull();
  }
});

it.each([
  ['a missing file', 'nowhere.webp', {}, 404],
  ['a path outside the folder', '..%2f..%2fpayload-secret', {}, 403],
  ['a range that the file does not have', names[0], { Range: 'bytes=9999999-' }, 416],
])('the response to %s is not cacheable', async (_, name, headers, status) => {
  const response = await rest('GET', `/media/file/${name}`, { headers });
  expect(response.status).toBe(status);
  expect(response.headers.get('Cache-Control')).toBe(UNCACHED);
  expect(response.headers.get('Cache-Tag')).toBeNull();
});

it('does not serve a file without a document', async () => {
  const leftover = await createDocument('media', 'For a moment');
  await api.db.deleteOne({ collection: 'media', where: { id: { equals: leftover.id } } });
  expect(await rest('GET', `/media/file/${leftover.filename}`)).toMatchObject({ status: 404 });
  await rm(path.join(env.DATA_DIR, 'media', String(leftover.filename)));
});

it('serves the file uncacheable while the database is unavailable', async () => {
  vi.spyOn(api.db, 'findOne').mockRejectedValueOnce(new Error('unavailable'));
  const { status, headers } = await rest('GET', `/media/file/${picture.filename}`);
  expect(status).toBe(200);
  expect(headers.get('Cache-Control')).toBe(UNCACHED);
  expect(headers.get('Cache-Tag')).toBeNull();
});

it('rejects uploads while the disk is nearly full, but accepts changes of stored pictures', async (context) => {
  const { status } = await rest('GET', `/media/file/${picture.filename}`);
  expect(status).toBe(200);
  const volume = await mountSmallVolume(env.DATA_DIR, 20, context);
  expect(await listWarnings()).toEqual([]);
  await volume.fill(1.5);
  const warning =
    'The disk of DATA_DIR is nearly full: 1 of 20 MiB are free. Make room before it fills up.';
  expect(await listWarnings()).toEqual([warning]);
  expect(renderToStaticMarkup(await WarningsNotice())).toContain(`<li>${warning}</li>`);
  await recordHeartbeat('a worker');
  const readiness = await GET();
  expect([readiness.status, await readiness.text()]).toEqual([200, `ready\n${warning}\n`]);
  await volume.fill(0.5);
  await expect(createDocument('media', 'One too many')).rejects.toMatchObject({
    status: 507,
    message: expect.stringMatching(/^There is no room for pictures on the server now\. /),
  });
  expect(await readdir(env.DATA_DIR)).toEqual(['filling']);
  expect(await listWarnings()).toEqual([expect.stringContaining('pictures are refused')]);
  // System: this test is not about access rules.
  const system = { overrideAccess: true, depth: 0 } as const;
  const { docs } = await api.find({
    collection: 'media',
    where: { alt: { equals: 'One too many' } },
    ...system,
  });
  expect(docs).toEqual([]);
  const target = { collection: 'media', id: String(picture.id), ...system } as const;
  expect(await api.update({ ...target, data: { alt: 'A chair' } })).toMatchObject({
    alt: 'A chair',
  });
  await volume.free();
  await createDocument('media', 'There is room again');
});
