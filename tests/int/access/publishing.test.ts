import { beforeAll, describe, expect, it } from 'vitest';
import { type Account, createAccount } from '#tests/helpers/accounts.ts';
import { DATA_BUILDERS, documentFactory } from '#tests/helpers/document-factory.ts';
import { rest } from '#tests/helpers/rest.ts';
import type { Doc, FindResult, SaveResult } from '#tests/helpers/rest-results.ts';

const factory = await documentFactory();
let writer: Account;

beforeAll(async () => {
  writer = await createAccount('writer', ['writer']);
});

const PUBLISHED = { _status: 'published' };

describe.each(['articles', 'pages'])('a writer cannot change what readers see: %s', (slug) => {
  const readPublic = async () => {
    const { body } = await rest<FindResult>('GET', `/${slug}?limit=100&sort=createdAt`);
    return body.docs.map(({ id, title }) => `${id} ${title}`);
  };
  const idFilter = (id: unknown) => `where[id][equals]=${id}`;

  it.each([
    ['PATCH', (id: string) => `/${id}`],
    ['PATCH', (id: string) => `/${id}?draft=true`],
    ['PATCH', (id: string) => `/${id}?draft=false`],
    ['PATCH', (id: string) => `/${id}?draft=true&autosave=true`],
    ['PATCH', (id: string) => `/${id}?publishAllLocales=true`],
    ['PATCH', (id: string) => `/${id}?draft=true&publishAllLocales=true`],
    ['PATCH', (id: string) => `/${id}?publishSpecificLocale=en`],
    ['PATCH', (id: string) => `/${id}?draft=true&publishSpecificLocale=en`],
    ['PATCH', (id: string) => `?${idFilter(id)}`],
    ['PATCH', (id: string) => `?${idFilter(id)}&draft=true`],
    ['PATCH', (id: string) => `?${idFilter(id)}&draft=true&publishAllLocales=true`],
    ['POST', () => ''],
    ['POST', () => '?publishAllLocales=true'],
    ['POST', () => '?publishSpecificLocale=en'],
    ['POST', (id: string) => `/${id}/duplicate`],
    ['POST', (id: string) => `/${id}/duplicate?draft=false`],
    ['POST', (id: string) => `/${id}/duplicate?publishAllLocales=true`],
  ])('by publishing an own draft with %s %o', async (method, path) => {
    const { id } = await factory.createDocument(slug, 'A draft', { by: writer });
    const before = await readPublic();
    const isNew = path('') === '' || path('').startsWith('?publish');
    const data = isNew ? await DATA_BUILDERS[slug]?.('Fresh', factory.sharedId) : {};
    for (const status of [PUBLISHED, {}]) {
      await rest(method, `/${slug}${path(String(id))}`, {
        token: writer.token,
        data: { ...data, title: 'Seen', ...status },
      });
      expect(await readPublic()).toEqual(before);
    }
  });

  it.each([
    ['PATCH', (id: string) => `/${id}`, { title: 'Seen' }],
    ['PATCH', (id: string) => `/${id}`, { title: 'Seen', ...PUBLISHED }],
    ['PATCH', (id: string) => `/${id}`, { _status: 'draft' }],
    ['PATCH', (id: string) => `/${id}?draft=true`, { title: 'Seen' }],
    ['PATCH', (id: string) => `/${id}?draft=true`, { _status: 'draft' }],
    ['PATCH', (id: string) => `/${id}?draft=true`, { title: 'Seen', ...PUBLISHED }],
    ['PATCH', (id: string) => `/${id}?unpublishAllLocales=true`, {}],
    ['PATCH', (id: string) => `/${id}?draft=true&unpublishAllLocales=true`, {}],
    ['PATCH', (id: string) => `?${idFilter(id)}`, { title: 'Seen' }],
    ['PATCH', (id: string) => `?${idFilter(id)}&draft=true`, { title: 'Seen' }],
    ['PATCH', (id: string) => `?${idFilter(id)}&unpublishAllLocales=true`, {}],
    ['DELETE', (id: string) => `/${id}`, undefined],
    ['DELETE', (id: string) => `?${idFilter(id)}`, undefined],
  ])('by changing an own published document with %s %o %o', async (method, path, data) => {
    const { id } = await factory.createDocument(slug, 'Published', { by: writer, published: true });
    const before = await readPublic();
    await rest(method, `/${slug}${path(String(id))}`, { token: writer.token, data });
    expect(await readPublic()).toEqual(before);
  });

  it('by restoring an earlier version', async () => {
    const { id } = await factory.createDocument(slug, 'Published', { by: writer, published: true });
    await rest('PATCH', `/${slug}/${id}?draft=true`, { token: writer.token, data: { title: 'B' } });
    const { body } = await rest<FindResult>(
      'GET',
      `/${slug}/versions?where[parent][equals]=${id}`,
      {
        token: writer.token,
      },
    );
    expect(body.docs).toHaveLength(2);
    const before = await readPublic();
    for (const version of body.docs) {
      for (const query of ['', '?draft=true', '?draft=false', '?publishAllLocales=true']) {
        await rest('POST', `/${slug}/versions/${version.id}${query}`, { token: writer.token });
        expect(await readPublic()).toEqual(before);
      }
    }
  });

  it('in a bulk update, which changes only own drafts', async () => {
    const { id: own } = await factory.createDocument(slug, 'Own', { by: writer });
    const { id: other } = await factory.createDocument(slug, 'Of another');
    await rest('PATCH', `/${slug}?where[title][exists]=true&draft=true&limit=0`, {
      token: writer.token,
      data: { summary: 'Changed by the writer' },
    });
    const summary = async (id: unknown) =>
      (await rest<Doc>('GET', `/${slug}/${id}?draft=true`, { token: writer.token })).body.summary;
    expect(await summary(own)).toBe('Changed by the writer');
    expect(await summary(other)).toBe('What it is about.');
  });

  it('by setting the author of a document', async () => {
    const editor = await createAccount(`editor of ${slug}`, ['editor']);
    const data = {
      ...(await DATA_BUILDERS[slug]?.('Passed off', factory.sharedId)),
      createdBy: editor.user.id,
    };
    const readCreator = async (id: string) => {
      const collection = slug as 'articles';
      const system = { collection, id, draft: true, depth: 0, overrideAccess: true };
      return (await factory.api.findByID(system)).createdBy;
    };
    const { token } = writer;
    const { body } = await rest<SaveResult>('POST', `/${slug}?draft=true`, { token, data });
    const { id } = body.doc;
    expect(await readCreator(id)).toBe(writer.user.id);
    for (const { token } of [writer, editor]) {
      const path = `/${slug}/${id}?draft=true`;
      const { status } = await rest('PATCH', path, { token, data: { createdBy: editor.user.id } });
      expect(status).toBe(200);
      expect(await readCreator(id)).toBe(writer.user.id);
    }
    const options = { token: editor.token, data: {} };
    const copy = await rest<SaveResult>('POST', `/${slug}/${id}/duplicate`, options);
    expect(copy.body.doc._status).toBe('draft');
    expect(await readCreator(copy.body.doc.id)).toBe(editor.user.id);
  });
});
