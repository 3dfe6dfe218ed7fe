import { describe, expect, it } from 'vitest';
import { slugify } from '#domain/slug.ts';
import { DATA_BUILDERS } from '#tests/helpers/document-data.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';

const { api, createDocument, sharedId } = await documentFactory();
const system = { collection: 'articles', overrideAccess: true } as const;

const create = async (title: string, more: object = {}) =>
  api.create({
    ...system,
    data: { ...(await DATA_BUILDERS.articles?.(title, sharedId)), ...more } as never,
    draft: true,
  });

const change = (id: string, data: object, draft = true) =>
  api.update({ ...system, id, data, draft });

describe('a slug', () => {
  it('is made from its title', async () => {
    expect((await create('What’s Detox? “Été” — in 3 steps!')).slug).toBe(
      'whats-detox-ete-in-3-steps',
    );
  });

  it('is unique: another document with the same title gets a number', async () => {
    expect((await create('Going home')).slug).toBe('going-home');
    expect((await create('Going home')).slug).toBe('going-home-2');
    expect((await create('Going home')).slug).toBe('going-home-3');
    // Slugs of different collections may be equal.
    expect((await createDocument('topics', 'Going home')).slug).toBe('going-home');
  });

  it('follows the title until the document is published', async () => {
    const { id } = await create('First words');
    expect((await change(id, { title: 'Better words' })).slug).toBe('better-words');
    expect((await change(id, { _status: 'published' }, false)).slug).toBe('better-words');
    expect((await change(id, { title: 'Best words' })).slug).toBe('better-words');
    expect((await change(id, { title: 'Best words' }, false)).slug).toBe('better-words');
  });

  it('can be typed, and is normalized', async () => {
    const { id } = await create('A title');
    expect((await change(id, { slug: 'My Own Address' })).slug).toBe('my-own-address');
    expect((await change(id, { title: 'Another title' })).slug).toBe('my-own-address');
  });

  it('cannot be taken from another document', async () => {
    await create('Taken');
    const { id } = await create('Free');
    await expect(change(id, { slug: 'taken', _status: 'published' }, false)).rejects.toMatchObject({
      status: 400,
    });
  });

  it('of a page cannot be a path of the site', async () => {
    const data = {
      ...(await DATA_BUILDERS.pages?.('Admin', sharedId)),
      _status: 'published',
    } as never;
    const created = api.create({ collection: 'pages', data, overrideAccess: true });
    await expect(created).rejects.toMatchObject({ status: 400 });
  });

  it.each([
    ['topics', 'At once'],
    ['articles', 'At the same time'],
    ['pages', 'At the same moment'],
  ])('is different for each of eight %s that are created at once', async (collection, title) => {
    const created = await Promise.all(
      Array.from({ length: 8 }, () => createDocument(collection, title)),
    );
    const slug = slugify(title);
    const numbered = Array.from({ length: 7 }, (_, n) => `${slug}-${n + 2}`);
    expect(created.map((doc) => doc.slug).sort()).toEqual([slug, ...numbered]);
  });
});
