import { beforeAll, describe, expect, it } from 'vitest';
import { type Account, createAccount } from '#tests/helpers/accounts.ts';
import { DATA_BUILDERS } from '#tests/helpers/document-data.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';
import { rest } from '#tests/helpers/rest.ts';
import type { Doc, FindResult, SaveResult } from '#tests/helpers/rest-result-types.ts';

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

  // The status of the request without a status: a draft may be changed and created, anything else is refused.
  it.each([
    ['PATCH', (id: string) => `/${id}`, 403],
    ['PATCH', (id: string) => `/${id}?draft=true`, 200],
    ['PATCH', (id: string) => `/${id}?draft=false`, 403],
    ['PATCH', (id: string) => `/${id}?draft=true&autosave=true`, 200],
    ['PATCH', (id: string) => `/${id}?publishAllLocales=true`, 403],
    ['PATCH', (id: string) => `/${id}?draft=true&publishAllLocales=true`, 403],
    ['PATCH', (id: string) => `/${id}?publishSpecificLocale=en`, 403],
    ['PATCH', (id: string) => `/${id}?draft=true&publishSpecificLocale=en`, 200],
    ['PATCH', (id: string) => `?${idFilter(id)}`, 400],
    ['PATCH', (id: string) => `?${idFilter(id)}&draft=true`, 200],
    ['PATCH', (id: string) => `?${idFilter(id)}&draft=true&publishAllLocales=true`, 400],
    ['POST', () => '', 201],
    ['POST', () => '?publishAllLocales=true', 201],
    ['POST', () => '?publishSpecificLocale=en', 201],
    ['POST', (id: string) => `/${id}/duplicate`, 200],
    ['POST', (id: string) => `/${id}/duplicate?draft=false`, 200],
    ['POST', (id: string) => `/${id}/duplicate?publishAllLocales=true`, 200],
  ])('by publishing an own draft with %s %o', async (method, path, draftStatus) => {
    const { id } = await factory.createDocument(slug, 'A draft', { by: writer });
    const before = await readPublic();
    const isNew = path('') === '' || path('').startsWith('?publish');
    const data = isNew ? await DATA_BUILDERS[slug]?.('Fresh', factory.sharedId) : {};
    const attempts: [object, number][] = [
      [PUBLISHED, 403],
      [{}, draftStatus],
    ];
    for (const [publication, expected] of attempts) {
      const { status } = await rest(method, `/${slug}${path(String(id))}`, {
        token: writer.token,
        data: { ...data, title: 'Seen', ...publication },
      });
      expect(status).toBe(expected);
      expect(await readPublic()).toEqual(before);
    }
  });

  it.each([
    ['PATCH', (id: string) => `/${id}`, { title: 'Seen' }, 403],
    ['PATCH', (id: string) => `/${id}`, { title: 'Seen', ...PUBLISHED }, 403],
    ['PATCH', (id: string) => `/${id}`, { _status: 'draft' }, 403],
    ['PATCH', (id: string) => `/${id}?draft=true`, { title: 'Seen' }, 200],
    ['PATCH', (id: string) => `/${id}?draft=true`, { _status: 'draft' }, 200],
    ['PATCH', (id: string) => `/${id}?draft=true`, { title: 'Seen', ...PUBLISHED }, 403],
    ['PATCH', (id: string) => `/${id}?unpublishAllLocales=true`, {}, 403],
    ['PATCH', (id: string) => `/${id}?draft=true&unpublishAllLocales=true`, {}, 403],
    ['PATCH', (id: string) => `?${idFilter(id)}`, { title: 'Seen' }, 400],
    ['PATCH', (id: string) => `?${idFilter(id)}&draft=true`, { title: 'Seen' }, 200],
    ['PATCH', (id: string) => `?${idFilter(id)}&unpublishAllLocales=true`, {}, 400],
    ['DELETE', (id: string) => `/${id}`, undefined, 403],
    ['DELETE', (id: string) => `?${idFilter(id)}`, undefined, 403],
  ])(
    'by changing an own published document with %s %o %o',
    async (method, path, data, expected) => {
      const { id } = await factory.createDocument(slug, 'Published', {
        by: writer,
        published: true,
      });
      const before = await readPublic();
      const { status } = await rest(method, `/${slug}${path(String(id))}`, {
        token: writer.token,
        data,
      });
      expect(status).toBe(expected);
      expect(await readPublic()).toEqual(before);
    },
  );

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
        const path = `/${slug}/versions/${version.id}${query}`;
        const { status } = await rest('POST', path, { token: writer.token });
        expect(status).toBe(query === '?draft=true' ? 200 : 403);
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
