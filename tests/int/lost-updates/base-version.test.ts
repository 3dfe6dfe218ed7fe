import type { GlobalSlug } from 'payload';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Account, createAccount } from '#tests/helpers/accounts.ts';
import { PICTURE } from '#tests/helpers/document-data.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';
import { rest } from '#tests/helpers/rest.ts';
import type { Doc, FindResult, SaveResult } from '#tests/helpers/rest-result-types.ts';
import { type ConflictBody, fieldChange, pairsOf } from './change-pairs.ts';

const { api, createDocument } = await documentFactory();
let sam: Account;
let kim: Account;
let coordinator: Account;

beforeAll(async () => {
  sam = await createAccount('Sam Admin', ['admin']);
  kim = await createAccount('Kim Admin', ['admin']);
  coordinator = await createAccount('A coordinator', ['coordinator']);
  const home = { heading: 'Heading', introduction: 'Introduction' };
  const legalEntity = { name: 'Entity', role: 'a referral service' };
  const data = { name: 'Site', timeZone: 'America/New_York', home, legalEntity };
  await api.updateGlobal({ slug: 'site', data, overrideAccess: true });
});

const GLOBALS: Record<string, Record<string, unknown>[]> = {
  site: [
    { name: 'Another name' },
    { notice: 'A line at the top' },
    { phoneLines: [{ label: 'Office', number: '(212) 555-0100' }] },
    { home: { heading: 'Another heading', introduction: 'Other words' } },
    { timeZone: 'America/Chicago' },
  ],
  header: [{ links: [{ label: 'One', link: { type: 'address', address: '/articles' } }] }],
  footer: [{ smallPrint: 'Small print' }, { columns: [] }],
  'crisis-resources': [{ lines: [{ name: 'A line', number: '988', tel: '988', when: 'Always' }] }],
};

const pairs = Object.entries(GLOBALS).flatMap(([slug, values]) => {
  const changes = values.map((value) =>
    fieldChange(Object.keys(value).join(), 'POST', () => `/globals/${slug}?depth=0`, value),
  );
  return pairsOf(changes)
    .filter(([first, second]) => first !== second)
    .map(([first, second]) => [slug, first.name, second.name, first, second] as const);
});

describe('two people with the same global open', () => {
  const read = (slug: string) =>
    api.findGlobal({
      slug: slug as GlobalSlug,
      depth: 0,
      overrideAccess: true,
    }) as unknown as Promise<Record<string, unknown>>;
  const openGlobal = async (slug: string) => {
    // Resets the global, so that each test changes its fields.
    const { token } = sam;
    await rest('POST', `/globals/${slug}`, { token, data: { notice: null, ...BEFORE[slug] } });
    const doc = await read(slug);
    return { id: slug, doc };
  };
  const BEFORE: Record<string, Record<string, unknown>> = {
    site: {
      name: 'Site',
      phoneLines: [],
      home: { heading: 'Heading', introduction: 'Introduction' },
      timeZone: 'America/New_York',
    },
    footer: { smallPrint: 'Before', columns: [{ heading: 'Column', links: [] }] },
  };

  it.each(pairs)('%s: %s, then %s', async (slug, _, __, first, second) => {
    const page = await openGlobal(slug);
    const base = String(page.doc.updatedAt);
    const one = await first.send(page, sam, base);
    expect(one.status).toBe(200);
    const between = await read(slug);
    const two = await second.send(page, kim, base);
    expect(two.status).toBe(409);
    expect((two.body as ConflictBody).errors[0]).toMatchObject({ changedBy: 'Sam Admin' });
    expect(await read(slug)).toEqual(between);
    // Without a base version, the change of one field is applied to the newest version.
    expect((await second.send(page, kim, undefined)).status).toBe(200);
    expect(await read(slug)).toMatchObject({ ...first.values, ...second.values });
  });

  it.each(pairs)('%s: %s and %s at the same moment', async (slug, _, __, first, second) => {
    const page = await openGlobal(slug);
    const base = String(page.doc.updatedAt);
    const responses = await Promise.all([
      first.send(page, sam, base),
      second.send(page, kim, base),
    ]);
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('the base version of a write', () => {
  const createArticle = async () => {
    const { id } = await createDocument('articles', 'An article', { published: true });
    const { body } = await rest<Doc>('GET', `/articles/${id}?depth=0`, sam);
    return body;
  };
  const patch = (id: unknown, data: object, { token }: { token?: string } = sam, query = '') =>
    rest<SaveResult & ConflictBody>('PATCH', `/articles/${id}?depth=0${query}`, { token, data });

  it.each(['2999-01-01T00:00:00.000Z', 'yesterday', '2026', 7, {}, [], true])(
    'is rejected if it is not a past instant: %j',
    async (updatedAt) => {
      const { id, title } = await createArticle();
      const { status, body } = await patch(id, { title: 'Other', updatedAt });
      expect(status).toBe(400);
      expect(body.errors[0]?.message).toContain('updatedAt');
      expect((await rest<Doc>('GET', `/articles/${id}`, sam)).body.title).toBe(title);
    },
  );

  it('is the updatedAt of the last response, and timestamps from a client are not readStored', async () => {
    const { id, updatedAt, createdAt } = await createArticle();
    const data = { title: 'Once', updatedAt, createdAt: '2001-01-01T00:00:00.000Z' };
    const { doc } = (await patch(id, data)).body;
    expect(Date.parse(String(doc.updatedAt))).toBeGreaterThan(Date.parse(String(updatedAt)));
    expect(doc.createdAt).toBe(createdAt);
    expect((await patch(id, { title: 'Twice', updatedAt: doc.updatedAt })).status).toBe(200);
  });

  it('causes no conflict for people who may not change the document', async () => {
    const { id, updatedAt } = await createArticle();
    await patch(id, { title: 'Changed' });
    for (const who of [{}, coordinator]) {
      const { status, body } = await patch(id, { title: 'Other', updatedAt }, who);
      expect(status).toBe(403);
      expect(JSON.stringify(body)).not.toContain('Sam');
    }
  });

  const createDraft = async () => {
    const { id } = await createArticle();
    await patch(id, { title: 'A newer draft' }, sam, '&draft=true');
    const readStored = async (draft: boolean) =>
      (await rest<Doc>('GET', `/articles/${id}?depth=0&draft=${draft}`, sam)).body;
    return { id, readStored };
  };
  const bulk = (id: unknown, data: object) =>
    rest<FindResult>('PATCH', `/articles?where[id][in][0]=${id}&depth=0`, { ...sam, data });

  it.each([
    ['alone', patch],
    ['in bulk', bulk],
  ])('defaults to the newest version, %s, and keeps the document published', async (_, send) => {
    const { id, readStored } = await createDraft();
    expect((await send(id, { summary: 'Other.' })).status).toBe(200);
    const text = { title: 'A newer draft', summary: 'Other.', _status: 'draft' };
    expect(await readStored(true)).toMatchObject(text);
    expect(await readStored(false)).toMatchObject({
      title: 'An article',
      _status: 'published',
    });
    for (const _status of ['draft', 'published']) {
      expect((await send(id, { _status })).status).toBe(200);
      expect(await readStored(false)).toMatchObject({ ...text, _status });
    }
  });

  it('is that of the draft when somebody reverts to the published version', async () => {
    const { id, readStored } = await createDraft();
    const { createdAt: _, editId: __, updatedAt, ...published } = await readStored(false);
    const newest = (await readStored(true)).updatedAt;
    expect((await patch(id, { ...published, updatedAt })).status).toBe(409);
    await patch(id, { title: 'By Kim' }, kim, '&draft=true');
    expect((await patch(id, { ...published, updatedAt: newest })).status).toBe(409);
    expect(await readStored(true)).toMatchObject({ title: 'By Kim', _status: 'draft' });
    const { updatedAt: shown } = await readStored(true);
    const { status, body } = await patch(id, { ...published, updatedAt: shown });
    expect(status).toBe(200);
    expect(await readStored(true)).toMatchObject({
      title: 'An article',
      _status: 'published',
    });
    // The response has the newest version, on which the page bases its next save.
    expect((await readStored(true)).updatedAt).toBe(body.doc.updatedAt);
  });

  it('is checked when a document is unpublished', async () => {
    const { id, readStored } = await createDraft();
    const { updatedAt } = await readStored(true);
    await patch(id, { title: 'Published by Kim', _status: 'published' }, kim);
    const unpublish = (base: unknown) =>
      patch(id, { _status: 'draft', updatedAt: base }, sam, '&unpublishAllLocales=true');
    expect((await unpublish(updatedAt)).status).toBe(409);
    const published = { title: 'Published by Kim', _status: 'published' };
    expect(await readStored(false)).toMatchObject(published);
    const shown = (await readStored(true)).updatedAt;
    // Somebody who has not seen the newest version must not unpublish the page.
    await patch(id, { title: 'A draft of Kim' }, kim, '&draft=true');
    const stale = { _status: 'draft', updatedAt: shown };
    expect((await unpublish(shown)).status).toBe(409);
    expect((await patch(id, stale)).status).toBe(409);
    const where = `where[id][equals]=${id}`;
    expect((await rest('PATCH', `/articles?${where}`, { ...sam, data: stale })).status).toBe(409);
    expect(await readStored(false)).toMatchObject(published);
    const { status, body } = await unpublish((await readStored(true)).updatedAt);
    expect(status).toBe(200);
    expect(body.doc).toMatchObject({ title: 'A draft of Kim', _status: 'draft' });
    expect(await readStored(true)).toMatchObject({ ...body.doc, editId: expect.anything() });
  });

  it('of a bulk update is checked only for documents that the person may change', async () => {
    const writer = await createAccount('A writer', ['writer']);
    const { id } = await createDocument('articles', 'By a writer', { by: writer });
    const other = await createArticle();
    const where = `where[id][in][0]=${id}&where[id][in][1]=${other.id}&draft=true&depth=0`;
    const send = (token: string | undefined, data: object) =>
      rest<FindResult & ConflictBody>('PATCH', `/articles?${where}`, { token, data });
    const { status, body } = await send(writer.token, { summary: 'By the writer.' });
    expect([status, body.docs.map((doc) => doc.id)]).toEqual([200, [id]]);
    expect((await send(undefined, { summary: 'By nobody.' })).status).toBe(403);
    const wrong = await send(sam.token, { slug: 'one-for-both', _status: 'published' });
    expect(wrong.status).toBe(400);
    expect(wrong.body.docs).toHaveLength(1);
    expect(wrong.body.errors).toHaveLength(1);
  });

  it('is checked for each document of a bulk update, and one stale document rejects all', async () => {
    const [one, two] = [await createArticle(), await createArticle()];
    await patch(one.id, { title: 'Changed' });
    const { updatedAt } = two;
    const where = `where[id][in][0]=${one.id}&where[id][in][1]=${two.id}`;
    const data = { summary: 'For both.', updatedAt };
    const { status } = await rest('PATCH', `/articles?${where}&draft=true`, { ...sam, data });
    expect(status).toBe(409);
    const { body } = await rest<Doc>('GET', `/articles/${two.id}?draft=true&depth=0`, sam);
    expect(body).toEqual({ ...two, editId: expect.anything() });
  });

  it.each(['articles', 'media'] as const)(
    'of a bulk update causes a conflict for each of %s that changes meanwhile',
    async (slug) => {
      const ids: unknown[] = [];
      for (const n of [1, 2, 3, 4])
        ids.push((await createDocument(slug, `One of several ${n}`)).id);
      const where = ids.map((id, n) => `where[id][in][${n}]=${id}`).join('&');
      const field = slug === 'media' ? 'alt' : 'summary';
      const send = (words: string) =>
        rest<FindResult & ConflictBody>('PATCH', `/${slug}?${where}&depth=0`, {
          ...sam,
          data: { [field]: words },
        });
      const responses = await Promise.all(['One.', 'Two.', 'Three.'].map(send));
      for (const { status, body } of responses) {
        expect(status).toBe(body.errors.length === 0 ? 200 : 409);
        expect(body.docs.length + body.errors.length).toBe(ids.length);
        for (const error of body.errors) {
          expect(error).toMatchObject({
            message: expect.stringContaining('Nothing of yours was saved'),
            changedBy: null,
            changedAt: null,
            fields: [],
          });
        }
      }
      expect(responses.flatMap(({ body }) => body.errors).length).toBeGreaterThan(0);
    },
  );

  it('does not allow a bulk update with a file', async () => {
    const { id } = await createDocument('media', 'A picture of its own');
    const form = new FormData();
    form.set('_payload', JSON.stringify({ alt: 'Another picture' }));
    form.set('file', new File([PICTURE.data], PICTURE.name, { type: PICTURE.mimetype }));
    const path = `/media?where[id][in][0]=${id}`;
    const { status, body } = await rest<ConflictBody>('PATCH', path, { token: sam.token, form });
    expect([status, body.errors[0]?.message]).toEqual([400, 'Files are changed one at a time.']);
  });

  it('may be older if the write changes nothing, as after a lost response', async () => {
    const { id, updatedAt } = await createArticle();
    const data = { title: 'The same', updatedAt };
    expect((await patch(id, data)).status).toBe(200);
    expect((await patch(id, data)).status).toBe(200);
    expect((await patch(id, { ...data, title: 'Another' })).status).toBe(409);
  });

  it('may be older for the form that made the newer change itself', async () => {
    const { id, updatedAt, editId } = await createArticle();
    const autosave = '&draft=true&autosave=true';
    const save = (title: string, data: object, who = sam) =>
      patch(id, { title, updatedAt, ...data }, who, autosave);
    expect((await save('One', { editId })).status).toBe(200);
    expect((await save('One two', { editId })).status).toBe(200);
    // Another window, another person, and a change by a colleague in between.
    expect((await save('Three', { editId: 'other' })).status).toBe(409);
    expect((await save('Three', { editId }, kim)).status).toBe(409);
    await patch(id, { summary: 'By Kim.' }, kim, autosave);
    expect((await save('One two three', { editId })).status).toBe(409);
  });

  it('causes a conflict that lists all changes after many autosaves', async () => {
    const { id, updatedAt } = await createArticle();
    for (let word = 0; word < 20; word += 1) {
      await patch(id, { title: `Title ${word}` }, sam, '&draft=true&autosave=true');
    }
    await patch(id, { summary: 'By Kim.' }, kim, '&draft=true');
    const { body } = await patch(id, { exitLink: false, updatedAt });
    expect(body.errors[0]).toMatchObject({ changedBy: 'Kim Admin' });
    expect(body.errors[0]?.fields).toEqual(expect.arrayContaining(['Title', 'Summary']));
  });

  it('is checked for a new password', async () => {
    const { body } = await rest<Doc>('GET', `/users/${kim.user.id}`, sam);
    await rest('PATCH', `/users/${kim.user.id}`, { ...sam, data: { name: 'Kim Other' } });
    const data = { password: 'another long password', updatedAt: body.updatedAt };
    expect((await rest('PATCH', `/users/${kim.user.id}`, { ...sam, data })).status).toBe(409);
  });

  it('keeps the file of a picture whose replacement is stale', async () => {
    const { id } = await createDocument('media', 'A picture');
    const { body } = await rest<Doc>('GET', `/media/${id}`, sam);
    await rest('PATCH', `/media/${id}`, { ...sam, data: { alt: 'Changed' } });
    const form = new FormData();
    form.set('_payload', JSON.stringify({ alt: 'Replaced', updatedAt: body.updatedAt }));
    form.set('file', new File([PICTURE.data], 'other.png', { type: PICTURE.mimetype }));
    expect((await rest('PATCH', `/media/${id}`, { ...sam, form })).status).toBe(409);
    const { status } = await rest('GET', `/media/file/${body.filename}`, sam);
    expect(status).toBe(200);
  });
});

describe('the change log', () => {
  it.each(['', '?depth=2&showHiddenFields=true', '?select[changeLog]=true&select[editId]=true'])(
    'is never returned: %s',
    async (query) => {
      await createDocument('articles', 'An article', { published: true });
      for (const { token } of [sam, { token: undefined }]) {
        const { body } = await rest('GET', `/articles${query}`, { token });
        expect(JSON.stringify(body)).not.toContain('changeLog');
        if (!token) expect(JSON.stringify(body)).not.toContain('editId');
      }
      const where = '?where[changeLog][exists]=true';
      expect((await rest('GET', `/articles${where}`, sam)).status).toBe(400);
    },
  );
});
