import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { expect, inject, it } from 'vitest';
import { restAs, sessionToken } from '#tests/helpers/rest-as-role.ts';
import { sessionHeaders } from '#tests/helpers/session.ts';

const site = inject('site');

interface Media {
  id: string;
  filename: string;
  sizes: Record<string, { filename: string | null }>;
}

async function uploadPicture(name: string): Promise<Media> {
  const body = new FormData();
  // Noise makes the bytes of this picture and its sizes unique.
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  const create = { width: 1400, height: 900, channels: 3, background: '#fff', noise } as const;
  const bytes = await sharp({ create }).jpeg().toBuffer();
  body.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), `${name}.jpg`);
  body.set('_payload', JSON.stringify({ alt: 'A room that nobody may see any more' }));
  const response = await fetch(`${site.url}/api/media?depth=0`, {
    method: 'POST',
    headers: sessionHeaders(await sessionToken('admin')),
    body,
  });
  expect(response.status).toBe(201);
  return ((await response.json()) as { doc: Media }).doc;
}

/** Returns the paths of all files below a folder of the data directory that contain any of these byte strings. */
async function findFilesContaining(folder: string, pieces: Buffer[]): Promise<string[]> {
  const entries = await readdir(path.join(site.dataDir, folder), {
    recursive: true,
    withFileTypes: true,
  });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));
  const matches = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file).catch(() => Buffer.alloc(0));
      return pieces.some((piece) => bytes.includes(piece));
    }),
  );
  return files.filter((_, n) => matches[n]);
}

it('removes all sizes of a deleted picture from disk', async () => {
  const { id, filename, sizes } = await uploadPicture(`gone-${Date.now()}`);
  const names = [filename, ...Object.values(sizes).map((size) => size.filename)].filter(
    (name) => name !== null,
  );
  expect(names.length).toBeGreaterThan(2);
  const pictures: Buffer[] = [];
  for (const name of names) {
    const url = `${site.url}/api/media/file/${name}`;
    // The edge caches the file once the path is in its route index.
    await expect
      .poll(async () => (await fetch(url)).headers.get('cache-status'), { timeout: 20_000 })
      .toBe('throughcare; hit');
    pictures.push(Buffer.from(await (await fetch(url)).arrayBuffer()));
  }
  const pieces = [...pictures, ...names.map((name) => Buffer.from(name))];
  expect(await findFilesContaining('media', pictures)).toHaveLength(names.length);
  await expect
    .poll(async () => (await findFilesContaining('edge', pictures)).length)
    .toBe(names.length);

  await restAs('admin', 'DELETE', `/media/${id}`);
  await expect.poll(() => findFilesContaining('edge', pictures)).toEqual([]);
  expect(await findFilesContaining('media', pictures)).toEqual([]);
  // The edge rewrites its route index without the paths, too.
  for (const name of names)
    expect((await fetch(`${site.url}/api/media/file/${name}`)).status).toBe(404);
  await expect.poll(() => findFilesContaining('edge', pieces), { timeout: 20_000 }).toEqual([]);
});

it("removes the text of an unpublished article from the edge's folder", async () => {
  const slug = `gone-${Date.now()}`;
  const text = `Words of ${slug} alone`;
  const paragraph = {
    type: 'paragraph',
    version: 1,
    format: '',
    indent: 0,
    direction: null,
    textFormat: 0,
    children: [
      { type: 'text', version: 1, text: text, format: 0, style: '', mode: 'normal', detail: 0 },
    ],
  };
  const body = {
    root: {
      type: 'root',
      version: 1,
      format: '',
      indent: 0,
      direction: null,
      children: [paragraph],
    },
  };
  const { docs: people } = await restAs<{ docs: { id: string }[] }>(
    'admin',
    'GET',
    '/people?limit=1&depth=0',
  );
  const { doc } = await restAs<{ doc: { id: string } }>('admin', 'POST', '/articles?depth=0', {
    title: 'An article that goes',
    slug,
    summary: 'It is here for a moment.',
    authors: [people[0]?.id],
    body,
    _status: 'published',
  });
  const url = `${site.url}/articles/${slug}`;
  await expect
    .poll(async () => (await fetch(url)).headers.get('cache-status'), { timeout: 20_000 })
    .toBe('throughcare; hit');
  const pieces = [Buffer.from(text)];
  await expect.poll(async () => (await findFilesContaining('edge', pieces)).length).toBe(1);
  await restAs('admin', 'PATCH', `/articles/${doc.id}?depth=0`, { _status: 'draft' });
  await expect.poll(() => findFilesContaining('edge', pieces)).toEqual([]);
  await restAs('admin', 'DELETE', `/articles/${doc.id}`);
});
