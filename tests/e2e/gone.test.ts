import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { expect, inject, it } from 'vitest';
import { as, tokenOf } from '#tests/helpers/colleague.ts';
import { sessionHeaders } from '#tests/helpers/session.ts';

const site = inject('site');

interface Media {
  id: string;
  filename: string;
  sizes: Record<string, { filename: string | null }>;
}

async function upload(name: string): Promise<Media> {
  const body = new FormData();
  // Noise: no other picture, and no size of it, has the same bytes.
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  const create = { width: 1400, height: 900, channels: 3, background: '#fff', noise } as const;
  const bytes = await sharp({ create }).jpeg().toBuffer();
  body.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), `${name}.jpg`);
  body.set('_payload', JSON.stringify({ alt: 'A room that nobody may see any more' }));
  const answer = await fetch(`${site.url}/api/media?depth=0`, {
    method: 'POST',
    headers: sessionHeaders(await tokenOf('admin')),
    body,
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { doc: Media }).doc;
}

/** The files below a folder of the site in which any of these stands. */
async function filesWith(folder: string, pieces: Buffer[]): Promise<string[]> {
  const all = await readdir(path.join(site.dataDir, folder), {
    recursive: true,
    withFileTypes: true,
  });
  const files = all.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
  const found = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file).catch(() => Buffer.alloc(0));
      return pieces.some((piece) => bytes.includes(piece));
    }),
  );
  return files.filter((_, n) => found[n]);
}

it('a picture that is deleted is in no folder of the site any more, in no size', async () => {
  const { id, filename, sizes } = await upload(`gone-${Date.now()}`);
  const names = [filename, ...Object.values(sizes).map((size) => size.filename)].filter(
    (name) => name !== null,
  );
  expect(names.length).toBeGreaterThan(2);
  const served: Buffer[] = [];
  for (const name of names) {
    const address = `${site.url}/api/media/file/${name}`;
    // Once the edge knows of the new address, it keeps what is there.
    await expect
      .poll(async () => (await fetch(address)).headers.get('cache-status'), { timeout: 20_000 })
      .toBe('throughcare; hit');
    served.push(Buffer.from(await (await fetch(address)).arrayBuffer()));
  }
  const pieces = [...served, ...names.map((name) => Buffer.from(name))];
  expect(await filesWith('media', served)).toHaveLength(names.length);
  await expect.poll(async () => (await filesWith('edge', served)).length).toBe(names.length);

  await as('admin', 'DELETE', `/media/${id}`);
  await expect.poll(() => filesWith('edge', served)).toEqual([]);
  expect(await filesWith('media', served)).toEqual([]);
  // The list of all addresses that the edge keeps is made anew, too.
  for (const name of names)
    expect((await fetch(`${site.url}/api/media/file/${name}`)).status).toBe(404);
  await expect.poll(() => filesWith('edge', pieces), { timeout: 20_000 }).toEqual([]);
});

it('an article that is unpublished leaves nothing of its text in the folder of the edge', async () => {
  const slug = `gone-${Date.now()}`;
  const words = `Words of ${slug} alone`;
  const paragraph = {
    type: 'paragraph',
    version: 1,
    format: '',
    indent: 0,
    direction: null,
    textFormat: 0,
    children: [
      { type: 'text', version: 1, text: words, format: 0, style: '', mode: 'normal', detail: 0 },
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
  const { docs: people } = await as<{ docs: { id: string }[] }>(
    'admin',
    'GET',
    '/people?limit=1&depth=0',
  );
  const { doc } = await as<{ doc: { id: string } }>('admin', 'POST', '/articles?depth=0', {
    title: 'An article that goes',
    slug,
    summary: 'It is here for a moment.',
    authors: [people[0]?.id],
    body,
    _status: 'published',
  });
  const address = `${site.url}/articles/${slug}`;
  await expect
    .poll(async () => (await fetch(address)).headers.get('cache-status'), { timeout: 20_000 })
    .toBe('throughcare; hit');
  const pieces = [Buffer.from(words)];
  await expect.poll(async () => (await filesWith('edge', pieces)).length).toBe(1);
  await as('admin', 'PATCH', `/articles/${doc.id}?depth=0`, { _status: 'draft' });
  await expect.poll(() => filesWith('edge', pieces)).toEqual([]);
  await as('admin', 'DELETE', `/articles/${doc.id}`);
});
