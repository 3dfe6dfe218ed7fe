import { beforeAll, describe, expect, it } from 'vitest';
import { type Account, account } from '#tests/helpers/accounts.ts';
import type { Doc, Found, Saved } from '#tests/helpers/answers.ts';
import { rest } from '#tests/helpers/rest.ts';
import { cabinet, SPECIMENS } from '#tests/helpers/specimens.ts';

/** What a writer may try so that readers see something of it; none may work. */
const made = await cabinet();
let writer: Account;

beforeAll(async () => {
  writer = await account('writer', ['writer']);
});

const published = { _status: 'published' };

describe.each(['articles', 'pages'])('a writer cannot change what readers see: %s', (slug) => {
  const seen = async () => {
    const { body } = await rest<Found>('GET', `/${slug}?limit=100&sort=createdAt`);
    return body.docs.map(({ id, title }) => `${id} ${title}`);
  };
  const where = (id: unknown) => `where[id][equals]=${id}`;

  it.each([
    ['PATCH', (id: string) => `/${id}`],
    ['PATCH', (id: string) => `/${id}?draft=true`],
    ['PATCH', (id: string) => `/${id}?draft=false`],
    ['PATCH', (id: string) => `/${id}?draft=true&autosave=true`],
    ['PATCH', (id: string) => `/${id}?publishAllLocales=true`],
    ['PATCH', (id: string) => `/${id}?draft=true&publishAllLocales=true`],
    ['PATCH', (id: string) => `/${id}?publishSpecificLocale=en`],
    ['PATCH', (id: string) => `/${id}?draft=true&publishSpecificLocale=en`],
    ['PATCH', (id: string) => `?${where(id)}`],
    ['PATCH', (id: string) => `?${where(id)}&draft=true`],
    ['PATCH', (id: string) => `?${where(id)}&draft=true&publishAllLocales=true`],
    ['POST', () => ''],
    ['POST', () => '?publishAllLocales=true'],
    ['POST', () => '?publishSpecificLocale=en'],
    ['POST', (id: string) => `/${id}/duplicate`],
    ['POST', (id: string) => `/${id}/duplicate?draft=false`],
    ['POST', (id: string) => `/${id}/duplicate?publishAllLocales=true`],
  ])('an own draft, by %s %o', async (method, path) => {
    const { id } = await made.specimen(slug, 'A draft', { by: writer });
    const before = await seen();
    const fresh = path('') === '' || path('').startsWith('?publish');
    const data = fresh ? await SPECIMENS[slug]?.('Fresh', made.has) : {};
    for (const status of [published, {}]) {
      await rest(method, `/${slug}${path(String(id))}`, {
        token: writer.token,
        data: { ...data, title: 'Seen', ...status },
      });
      expect(await seen()).toEqual(before);
    }
  });

  it.each([
    ['PATCH', (id: string) => `/${id}`, { title: 'Seen' }],
    ['PATCH', (id: string) => `/${id}`, { title: 'Seen', ...published }],
    ['PATCH', (id: string) => `/${id}`, { _status: 'draft' }],
    ['PATCH', (id: string) => `/${id}?draft=true`, { title: 'Seen' }],
    ['PATCH', (id: string) => `/${id}?draft=true`, { _status: 'draft' }],
    ['PATCH', (id: string) => `/${id}?draft=true`, { title: 'Seen', ...published }],
    ['PATCH', (id: string) => `/${id}?unpublishAllLocales=true`, {}],
    ['PATCH', (id: string) => `/${id}?draft=true&unpublishAllLocales=true`, {}],
    ['PATCH', (id: string) => `?${where(id)}`, { title: 'Seen' }],
    ['PATCH', (id: string) => `?${where(id)}&draft=true`, { title: 'Seen' }],
    ['PATCH', (id: string) => `?${where(id)}&unpublishAllLocales=true`, {}],
    ['DELETE', (id: string) => `/${id}`, undefined],
    ['DELETE', (id: string) => `?${where(id)}`, undefined],
  ])('an own text that is published, by %s %o %o', async (method, path, data) => {
    const { id } = await made.specimen(slug, 'Published', { by: writer, published: true });
    const before = await seen();
    await rest(method, `/${slug}${path(String(id))}`, { token: writer.token, data });
    expect(await seen()).toEqual(before);
  });

  it('by bringing an earlier version back', async () => {
    const { id } = await made.specimen(slug, 'Published', { by: writer, published: true });
    await rest('PATCH', `/${slug}/${id}?draft=true`, { token: writer.token, data: { title: 'B' } });
    const { body } = await rest<Found>('GET', `/${slug}/versions?where[parent][equals]=${id}`, {
      token: writer.token,
    });
    expect(body.docs).toHaveLength(2);
    const before = await seen();
    for (const version of body.docs) {
      for (const query of ['', '?draft=true', '?draft=false', '?publishAllLocales=true']) {
        await rest('POST', `/${slug}/versions/${version.id}${query}`, { token: writer.token });
        expect(await seen()).toEqual(before);
      }
    }
  });

  it('and changes none but the own drafts, all at once', async () => {
    const { id: own } = await made.specimen(slug, 'Own', { by: writer });
    const { id: other } = await made.specimen(slug, 'Of another');
    await rest('PATCH', `/${slug}?where[title][exists]=true&draft=true&limit=0`, {
      token: writer.token,
      data: { summary: 'Changed by the writer' },
    });
    const summary = async (id: unknown) =>
      (await rest<Doc>('GET', `/${slug}/${id}?draft=true`, { token: writer.token })).body.summary;
    expect(await summary(own)).toBe('Changed by the writer');
    expect(await summary(other)).toBe('What it is about.');
  });

  it('and nobody can pass a text off as another’s', async () => {
    const editor = await account(`editor of ${slug}`, ['editor']);
    const data = {
      ...(await SPECIMENS[slug]?.('Passed off', made.has)),
      createdBy: editor.user.id,
    };
    const whose = async (id: string) => {
      const collection = slug as 'articles';
      const system = { collection, id, draft: true, depth: 0, overrideAccess: true };
      return (await made.api.findByID(system)).createdBy;
    };
    const { token } = writer;
    const { body } = await rest<Saved>('POST', `/${slug}?draft=true`, { token, data });
    const { id } = body.doc;
    expect(await whose(id)).toBe(writer.user.id);
    for (const { token } of [writer, editor]) {
      const path = `/${slug}/${id}?draft=true`;
      const { status } = await rest('PATCH', path, { token, data: { createdBy: editor.user.id } });
      expect(status).toBe(200);
      expect(await whose(id)).toBe(writer.user.id);
    }
    const asked = { token: editor.token, data: {} };
    const copy = await rest<Saved>('POST', `/${slug}/${id}/duplicate`, asked);
    expect(copy.body.doc._status).toBe('draft');
    expect(await whose(copy.body.doc.id)).toBe(editor.user.id);
  });
});
