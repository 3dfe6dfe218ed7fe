import { describe, expect, it } from 'vitest';
import { cabinet, SPECIMENS } from '#tests/helpers/specimens.ts';

const made = await cabinet();
const { api } = made;
const system = { collection: 'articles', overrideAccess: true } as const;

const create = async (title: string, more: object = {}) =>
  api.create({
    ...system,
    data: { ...(await SPECIMENS.articles?.(title, made.has)), ...more } as never,
    draft: true,
  });

const change = (id: string, data: object, draft = true) =>
  api.update({ ...system, id, data, draft });

describe('the address of a text', () => {
  it('is made from its title', async () => {
    expect((await create('What’s Detox? “Été” — in 3 steps!')).slug).toBe(
      'whats-detox-ete-in-3-steps',
    );
  });

  it('is its own: another one of the same title gets a number', async () => {
    expect((await create('Going home')).slug).toBe('going-home');
    expect((await create('Going home')).slug).toBe('going-home-2');
    expect((await create('Going home')).slug).toBe('going-home-3');
    // Another collection does not collide.
    expect((await made.specimen('topics', 'Going home')).slug).toBe('going-home');
  });

  it('follows the title until readers can have met it', async () => {
    const { id } = await create('First words');
    expect((await change(id, { title: 'Better words' })).slug).toBe('better-words');
    expect((await change(id, { _status: 'published' }, false)).slug).toBe('better-words');
    expect((await change(id, { title: 'Best words' })).slug).toBe('better-words');
    expect((await change(id, { title: 'Best words' }, false)).slug).toBe('better-words');
  });

  it('keeps what an editor typed, tidied', async () => {
    const { id } = await create('A title');
    expect((await change(id, { slug: 'My Own Address' })).slug).toBe('my-own-address');
    expect((await change(id, { title: 'Another title' })).slug).toBe('my-own-address');
  });

  it('cannot be one that is taken', async () => {
    await create('Taken');
    const { id } = await create('Free');
    await expect(change(id, { slug: 'taken', _status: 'published' }, false)).rejects.toMatchObject({
      status: 400,
    });
  });

  it('cannot be one of the site itself, for a page', async () => {
    const data = { ...(await SPECIMENS.pages?.('Admin', made.has)), _status: 'published' } as never;
    const created = api.create({ collection: 'pages', data, overrideAccess: true });
    await expect(created).rejects.toMatchObject({ status: 400 });
  });

  it('is unique, however many are made at once', async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 8 }, () => made.specimen('topics', 'At once')),
    );
    const slugs = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value.slug] : []));
    expect(slugs.length).toBeGreaterThan(0);
    expect(new Set(slugs).size).toBe(slugs.length);
  });
});
