import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import type { Media } from '#payload-types.ts';
import { env } from '#platform/environment/env.ts';
import { settleKilledChanges } from '#platform/pictures/settle-killed.ts';
import { type Account, account } from '#tests/helpers/accounts.ts';
import { hostilePictures, uploadOf } from '#tests/helpers/hostile/pictures.ts';
import { rest } from '#tests/helpers/rest.ts';

const FOLDER = path.join(env.DATA_DIR, 'media');

let writer: Account;
let admin: Account;
let api: Awaited<ReturnType<typeof payload>>;

beforeAll(async () => {
  api = await payload();
  writer = await account('writer', ['writer']);
  admin = await account('admin', ['admin']);
});

interface Refused {
  errors: { message: string; data?: { errors: { path: string; message: string }[] } }[];
}

const upload = (data: Buffer, name = 'a.jpg') =>
  rest<{ doc: Media } & Refused>('POST', '/media', {
    token: writer.token,
    form: uploadOf({ kind: '', data, name }),
  });

const replace = (id: string, data: Buffer) =>
  rest<Refused>('PATCH', `/media/${id}`, {
    token: writer.token,
    form: uploadOf({ kind: '', data, name: 'b.jpg' }),
  });

const files = async (): Promise<string[]> => (await readdir(FOLDER).catch(() => [])).toSorted();

/** Files and documents are the same, and nothing lies beside. */
async function isTidy(): Promise<void> {
  const { docs } = await api.find({
    collection: 'media',
    pagination: false,
    depth: 0,
    overrideAccess: true,
  });
  const named = docs.flatMap(({ filename, sizes }) => [
    filename,
    ...Object.values(sizes ?? {}).map((size) => size.filename),
  ]);
  expect(await files()).toEqual([...new Set(named.filter(Boolean))].toSorted());
  expect(await readdir(path.join(env.DATA_DIR, 'media-aside')).catch(() => [])).toEqual([]);
}

const photograph = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#486' } });

it('of files that mean harm none breaks anything, and none leaves anything behind', async () => {
  const refused: Record<string, string> = {};
  for (const picture of await hostilePictures()) {
    const { kind, isTaken } = picture;
    const form = uploadOf(picture);
    const answer = await rest<Refused>('POST', '/media', { token: writer.token, form });
    expect([kind, answer.status]).toEqual([kind, isTaken ? 201 : expect.toBeOneOf([400, 413])]);
    if (!isTaken) refused[kind] = answer.body.errors[0]?.data?.errors[0]?.message ?? '';
    await isTidy();
  }
  for (const [kind, words] of Object.entries(refused)) {
    expect(words, kind).toMatch(/JPEG, PNG, WebP or AVIF, not animated, of at most 12 MB and 40/);
  }
  for (const name of await files()) {
    expect((await readFile(path.join(FOLDER, name))).includes('<script')).toBe(false);
  }
});

it('is never fetched from an address that somebody sends', async () => {
  const before = await files();
  for (const url of ['http://127.0.0.1:9/a.png', 'file:///etc/hostname']) {
    const data = { alt: 'A room', filename: 'a.png', url };
    expect((await rest('POST', '/media', { token: writer.token, data })).status).toBe(400);
  }
  expect(await files()).toEqual(before);
});

it('goes from every folder when it is deleted, though several sizes of it are one file', async () => {
  const { body } = await upload(await photograph(1, 1).png().toBuffer(), 'dot.png');
  const { status } = await rest('DELETE', `/media/${body.doc.id}`, { token: admin.token });
  expect(status).toBe(200);
  await isTidy();
});

it('is told in words that a picture is too large', async () => {
  const { status, body } = await upload(Buffer.alloc(12 * 1024 * 1024));
  expect([status, body.errors[0]?.message]).toEqual([413, expect.stringContaining('12 MB')]);
});

it('takes a photograph of 8,000 × 5,000', async () => {
  const { status, body } = await upload(await photograph(8000, 5000).jpeg().toBuffer());
  expect(status).toBe(201);
  expect(body.doc).toMatchObject({ width: 1600, height: 1000, mimeType: 'image/webp' });
});

it('shows a photograph upright, without the place at which it was taken', async () => {
  const exif = { IFD0: { Make: 'Camera' }, IFD3: { GPSLatitude: '40/1 42/1 46/1' } };
  const data = await photograph(600, 400)
    .withExif(exif)
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const { body } = await upload(data, 'place.jpg');
  expect(body.doc).toMatchObject({ width: 400, height: 600 });
  const stored = await sharp(path.join(FOLDER, String(body.doc.filename))).metadata();
  expect([stored.exif, stored.orientation, stored.xmp]).toEqual([undefined, undefined, undefined]);
});

it('cuts out what was chosen on the picture as it was', async () => {
  const data = await photograph(3200, 1600).jpeg().toBuffer();
  const edits = new URLSearchParams({
    'uploadEdits[crop][x]': '50',
    'uploadEdits[crop][y]': '50',
    'uploadEdits[crop][width]': '50',
    'uploadEdits[crop][height]': '50',
    'uploadEdits[widthInPixels]': '1600',
    'uploadEdits[heightInPixels]': '800',
  });
  const { status, body } = await rest<{ doc: Media }>('POST', `/media?${edits}`, {
    token: writer.token,
    form: uploadOf({ kind: '', data, name: 'cut.jpg' }),
  });
  expect(status).toBe(201);
  expect(body.doc).toMatchObject({ width: 800, height: 400 });
});

describe('what is not stored leaves no file, and takes none away', () => {
  const fails = (operation: 'create' | 'updateOne' | 'deleteOne' | 'commitTransaction') =>
    vi.spyOn(api.db, operation).mockRejectedValueOnce(new Error('The database is away.'));

  const picture = () => photograph(1700, 900).jpeg().toBuffer();

  it.each(['create', 'commitTransaction'] as const)('when %s fails', async (operation) => {
    const data = await picture();
    fails(operation);
    expect((await upload(data, `${operation}.jpg`)).status).toBeGreaterThanOrEqual(400);
    await isTidy();
  });

  it('when a file cannot be written', async () => {
    const inTheWay = path.join(FOLDER, 'way-1080x572.webp');
    await mkdir(inTheWay, { recursive: true });
    expect((await upload(await picture(), 'way.jpg')).status).toBe(400);
    await rm(inTheWay, { recursive: true, force: true });
    await isTidy();
  });

  it.each(['updateOne', 'commitTransaction'] as const)(
    'when %s fails, where one is replaced',
    async (operation) => {
      const { doc } = (await upload(await picture(), 'old.jpg')).body;
      const before = await files();
      const data = await picture();
      fails(operation);
      expect((await replace(doc.id, data)).status).toBeGreaterThanOrEqual(400);
      expect(await files()).toEqual(before);
      await isTidy();
      expect((await replace(doc.id, data)).status).toBe(200);
      await isTidy();
    },
  );

  it.each(['deleteOne', 'commitTransaction'] as const)(
    'when %s fails, where one is deleted',
    async (operation) => {
      const { doc } = (await upload(await picture(), 'kept.jpg')).body;
      fails(operation);
      const remove = () => rest('DELETE', `/media/${doc.id}`, { token: admin.token });
      expect((await remove()).status).toBeGreaterThanOrEqual(400);
      await isTidy();
      expect((await remove()).status).toBe(200);
      await isTidy();
    },
  );
});

describe('what a killed process had begun is settled as the next one starts', () => {
  /** The folder of a request that is not over. */
  const begun = async (place: 'kept' | 'made'): Promise<string> => {
    const folder = path.join(env.DATA_DIR, 'media-aside', randomUUID(), place);
    await mkdir(folder, { recursive: true });
    return folder;
  };
  const stored = async (name: string): Promise<string> => {
    const { body } = await upload(await photograph(600, 400).jpeg().toBuffer(), name);
    return String(body.doc.filename);
  };
  const content = (name: string) => readFile(path.join(FOLDER, name));

  it('a picture that is there after all comes back, by a name of any length', async () => {
    const name = await stored(`${'long-'.repeat(19)}.jpg`);
    const before = await content(name);
    await rename(path.join(FOLDER, name), path.join(await begun('kept'), name));
    await settleKilledChanges(api);
    expect(await content(name)).toEqual(before);
    await isTidy();
  });

  it('a picture comes back that was half overwritten', async () => {
    const name = await stored('crop.jpg');
    const before = await content(name);
    await copyFile(path.join(FOLDER, name), path.join(await begun('kept'), name));
    await writeFile(path.join(FOLDER, name), 'half');
    await settleKilledChanges(api);
    expect(await content(name)).toEqual(before);
  });

  it('of a picture that was deleted nothing is left', async () => {
    await writeFile(path.join(await begun('kept'), 'deleted.webp'), 'deleted');
    await settleKilledChanges(api);
    await isTidy();
  });

  it('a file of an upload that was not stored goes, and that of a stored one stays', async () => {
    const name = await stored('whole.jpg');
    const noted = await begun('made');
    for (const made of [name, 'unstored.webp']) await writeFile(path.join(noted, made), '');
    await writeFile(path.join(FOLDER, 'unstored.webp'), 'not stored');
    await settleKilledChanges(api);
    await isTidy();
    expect((await content(name)).length).toBeGreaterThan(100);
  });

  it('what a request is about to do stands on the disk until it is over', async () => {
    const { doc } = (await upload(await photograph(600, 400).jpeg().toBuffer(), 'noted.jpg')).body;
    let noted: string[] = [];
    vi.spyOn(api.db, 'updateOne').mockImplementationOnce(async () => {
      const root = path.join(env.DATA_DIR, 'media-aside');
      noted = (await readdir(root, { recursive: true })).map((file) => file.slice(37));
      throw new Error('The database is away.');
    });
    await replace(doc.id, await photograph(500, 400).jpeg().toBuffer());
    const made = expect.stringMatching(/^made\/b.*\.webp$/);
    expect(noted).toEqual(expect.arrayContaining([`kept/${doc.filename}`, made]));
    await isTidy();
  });
});
