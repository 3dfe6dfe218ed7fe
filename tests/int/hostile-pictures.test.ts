import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import type { Media } from '#payload-types.ts';
import { env } from '#platform/environment/env.ts';
import { recoverPictureFiles } from '#platform/pictures/recover-files.ts';
import { type Account, createAccount } from '#tests/helpers/accounts.ts';
import { hostilePictures, uploadForm } from '#tests/helpers/hostile/pictures.ts';
import { rest } from '#tests/helpers/rest.ts';

const FOLDER = path.join(env.DATA_DIR, 'media');

let writer: Account;
let admin: Account;
let api: Awaited<ReturnType<typeof payload>>;

beforeAll(async () => {
  api = await payload();
  writer = await createAccount('writer', ['writer']);
  admin = await createAccount('admin', ['admin']);
});

interface ValidationFailure {
  errors: { message: string; data?: { errors: { path: string; message: string }[] } }[];
}

const upload = (data: Buffer, name = 'a.jpg') =>
  rest<{ doc: Media } & ValidationFailure>('POST', '/media', {
    token: writer.token,
    form: uploadForm({ kind: '', data, name }),
  });

const replace = (id: string, data: Buffer) =>
  rest<ValidationFailure>('PATCH', `/media/${id}`, {
    token: writer.token,
    form: uploadForm({ kind: '', data, name: 'b.jpg' }),
  });

const listFiles = async (): Promise<string[]> => (await readdir(FOLDER).catch(() => [])).toSorted();

/** Expects exactly the files of the stored documents, and no backups. */
async function expectNoLeftovers(): Promise<void> {
  const { docs } = await api.find({
    collection: 'media',
    pagination: false,
    depth: 0,
    overrideAccess: true,
  });
  const filenames = docs.flatMap(({ filename, sizes }) => [
    filename,
    ...Object.values(sizes ?? {}).map((size) => size.filename),
  ]);
  expect(await listFiles()).toEqual([...new Set(filenames.filter(Boolean))].toSorted());
  expect(await readdir(path.join(env.DATA_DIR, 'media-aside')).catch(() => [])).toEqual([]);
}

const createPhotograph = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#486' } });

it('accepts or rejects each hostile file and leaves no files behind', async () => {
  const messages: Record<string, string> = {};
  for (const picture of await hostilePictures()) {
    const { kind, isAccepted } = picture;
    const form = uploadForm(picture);
    const response = await rest<ValidationFailure>('POST', '/media', { token: writer.token, form });
    expect([kind, response.status]).toEqual([
      kind,
      isAccepted ? 201 : expect.toBeOneOf([400, 413]),
    ]);
    if (!isAccepted) messages[kind] = response.body.errors[0]?.data?.errors[0]?.message ?? '';
    await expectNoLeftovers();
  }
  for (const [kind, message] of Object.entries(messages)) {
    expect(message, kind).toMatch(/JPEG, PNG, WebP or AVIF, not animated, of at most 12 MB and 40/);
  }
  for (const name of await listFiles()) {
    expect((await readFile(path.join(FOLDER, name))).includes('<script')).toBe(false);
  }
});

it('never fetches a picture from a URL in the request', async () => {
  const before = await listFiles();
  for (const url of ['http://127.0.0.1:9/a.png', 'file:///etc/hostname']) {
    const data = { alt: 'A room', filename: 'a.png', url };
    expect((await rest('POST', '/media', { token: writer.token, data })).status).toBe(400);
  }
  expect(await listFiles()).toEqual(before);
});

it('deletes all files of a picture whose sizes share a file', async () => {
  const { body } = await upload(await createPhotograph(1, 1).png().toBuffer(), 'dot.png');
  const { status } = await rest('DELETE', `/media/${body.doc.id}`, { token: admin.token });
  expect(status).toBe(200);
  await expectNoLeftovers();
});

it('says that a picture is too large', async () => {
  const { status, body } = await upload(Buffer.alloc(12 * 1024 * 1024));
  expect([status, body.errors[0]?.message]).toEqual([413, expect.stringContaining('12 MB')]);
});

it('accepts a photograph of 8,000 × 5,000 pixels', async () => {
  const { status, body } = await upload(await createPhotograph(8000, 5000).jpeg().toBuffer());
  expect(status).toBe(201);
  expect(body.doc).toMatchObject({ width: 1600, height: 1000, mimeType: 'image/webp' });
});

it('rotates a photograph upright and removes its metadata', async () => {
  const exif = { IFD0: { Make: 'Camera' }, IFD3: { GPSLatitude: '40/1 42/1 46/1' } };
  const data = await createPhotograph(600, 400)
    .withExif(exif)
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const { body } = await upload(data, 'place.jpg');
  expect(body.doc).toMatchObject({ width: 400, height: 600 });
  const stored = await sharp(path.join(FOLDER, String(body.doc.filename))).metadata();
  expect([stored.exif, stored.orientation, stored.xmp]).toEqual([undefined, undefined, undefined]);
});

it('crops the original picture, not the resized one', async () => {
  const data = await createPhotograph(3200, 1600).jpeg().toBuffer();
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
    form: uploadForm({ kind: '', data, name: 'cut.jpg' }),
  });
  expect(status).toBe(201);
  expect(body.doc).toMatchObject({ width: 800, height: 400 });
});

describe('a failed change neither leaves nor deletes files', () => {
  const failOnce = (operation: 'create' | 'updateOne' | 'deleteOne' | 'commitTransaction') =>
    vi.spyOn(api.db, operation).mockRejectedValueOnce(new Error('The database is unavailable.'));

  const createPicture = () => createPhotograph(1700, 900).jpeg().toBuffer();

  it.each(['create', 'commitTransaction'] as const)(
    'when %s fails during an upload',
    async (operation) => {
      const data = await createPicture();
      failOnce(operation);
      expect((await upload(data, `${operation}.jpg`)).status).toBeGreaterThanOrEqual(400);
      await expectNoLeftovers();
    },
  );

  it('when a file cannot be written', async () => {
    const conflictingFolder = path.join(FOLDER, 'way-1080x572.webp');
    await mkdir(conflictingFolder, { recursive: true });
    expect((await upload(await createPicture(), 'way.jpg')).status).toBe(400);
    await rm(conflictingFolder, { recursive: true, force: true });
    await expectNoLeftovers();
  });

  it.each(['updateOne', 'commitTransaction'] as const)(
    'when %s fails while a picture is replaced',
    async (operation) => {
      const { doc } = (await upload(await createPicture(), 'old.jpg')).body;
      const before = await listFiles();
      const data = await createPicture();
      failOnce(operation);
      expect((await replace(doc.id, data)).status).toBeGreaterThanOrEqual(400);
      expect(await listFiles()).toEqual(before);
      await expectNoLeftovers();
      expect((await replace(doc.id, data)).status).toBe(200);
      await expectNoLeftovers();
    },
  );

  it.each(['deleteOne', 'commitTransaction'] as const)(
    'when %s fails while a picture is deleted',
    async (operation) => {
      const { doc } = (await upload(await createPicture(), 'kept.jpg')).body;
      failOnce(operation);
      const remove = () => rest('DELETE', `/media/${doc.id}`, { token: admin.token });
      expect((await remove()).status).toBeGreaterThanOrEqual(400);
      await expectNoLeftovers();
      expect((await remove()).status).toBe(200);
      await expectNoLeftovers();
    },
  );
});

describe('after the process was killed, the next start', () => {
  /** Creates the folder of an unfinished request. */
  const startRequest = async (place: 'kept' | 'made'): Promise<string> => {
    const folder = path.join(env.DATA_DIR, 'media-aside', randomUUID(), place);
    await mkdir(folder, { recursive: true });
    return folder;
  };
  const storePicture = async (name: string): Promise<string> => {
    const { body } = await upload(await createPhotograph(600, 400).jpeg().toBuffer(), name);
    return String(body.doc.filename);
  };
  const readPicture = (name: string) => readFile(path.join(FOLDER, name));

  it('restores the file of a stored picture, with a name of any length', async () => {
    const name = await storePicture(`${'long-'.repeat(19)}.jpg`);
    const before = await readPicture(name);
    await rename(path.join(FOLDER, name), path.join(await startRequest('kept'), name));
    await recoverPictureFiles(api);
    expect(await readPicture(name)).toEqual(before);
    await expectNoLeftovers();
  });

  it('restores a picture that was half overwritten', async () => {
    const name = await storePicture('crop.jpg');
    const before = await readPicture(name);
    await copyFile(path.join(FOLDER, name), path.join(await startRequest('kept'), name));
    await writeFile(path.join(FOLDER, name), 'half');
    await recoverPictureFiles(api);
    expect(await readPicture(name)).toEqual(before);
  });

  it('deletes the backup of a deleted picture', async () => {
    await writeFile(path.join(await startRequest('kept'), 'deleted.webp'), 'deleted');
    await recoverPictureFiles(api);
    await expectNoLeftovers();
  });

  it('deletes the files of an upload that was not stored, and keeps those of a stored one', async () => {
    const name = await storePicture('whole.jpg');
    const folder = await startRequest('made');
    for (const made of [name, 'unstored.webp']) await writeFile(path.join(folder, made), '');
    await writeFile(path.join(FOLDER, 'unstored.webp'), 'not stored');
    await recoverPictureFiles(api);
    await expectNoLeftovers();
    expect((await readPicture(name)).length).toBeGreaterThan(100);
  });

  it('finds the planned changes of a request on the disk until the request is over', async () => {
    const { doc } = (await upload(await createPhotograph(600, 400).jpeg().toBuffer(), 'noted.jpg'))
      .body;
    let plannedFiles: string[] = [];
    vi.spyOn(api.db, 'updateOne').mockImplementationOnce(async () => {
      const root = path.join(env.DATA_DIR, 'media-aside');
      plannedFiles = (await readdir(root, { recursive: true })).map((file) => file.slice(37));
      throw new Error('The database is unavailable.');
    });
    await replace(doc.id, await createPhotograph(500, 400).jpeg().toBuffer());
    const made = expect.stringMatching(/^made\/b.*\.webp$/);
    expect(plannedFiles).toEqual(expect.arrayContaining([`kept/${doc.filename}`, made]));
    await expectNoLeftovers();
  });
});
