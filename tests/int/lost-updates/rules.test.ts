import type { GlobalSlug } from 'payload';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Account, account } from '#tests/helpers/accounts.ts';
import type { Doc, Found, Saved } from '#tests/helpers/answers.ts';
import { rest } from '#tests/helpers/rest.ts';
import { cabinet, PICTURE } from '#tests/helpers/specimens.ts';
import { named, pairsOf, type Told } from './pairs.ts';

const { api, specimen } = await cabinet();
let sam: Account;
let kim: Account;
let coordinator: Account;

beforeAll(async () => {
  sam = await account('Sam Admin', ['admin']);
  kim = await account('Kim Admin', ['admin']);
  coordinator = await account('A coordinator', ['coordinator']);
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
    named(Object.keys(value).join(), 'POST', () => `/globals/${slug}?depth=0`, value),
  );
  return pairsOf(changes)
    .filter(([first, second]) => first !== second)
    .map(([first, second]) => [slug, first.name, second.name, first, second] as const);
});

describe('a global that two people have open', () => {
  const read = (slug: string) =>
    api.findGlobal({
      slug: slug as GlobalSlug,
      depth: 0,
      overrideAccess: true,
    }) as unknown as Promise<Record<string, unknown>>;
  const opened = async (slug: string) => {
    // As it was before the last test, with one change: each name of a field starts anew.
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
    const page = await opened(slug);
    const base = String(page.doc.updatedAt);
    const one = await first.send(page, sam, base);
    expect(one.status).toBe(200);
    const between = await read(slug);
    const two = await second.send(page, kim, base);
    expect(two.status).toBe(409);
    expect((two.body as Told).errors[0]).toMatchObject({ changedBy: 'Sam Admin' });
    expect(await read(slug)).toEqual(between);
    // Naming its own field alone, it lands on the newest text.
    expect((await second.send(page, kim, undefined)).status).toBe(200);
    expect(await read(slug)).toMatchObject({ ...first.values, ...second.values });
  });

  it.each(pairs)('%s: %s and %s at the same moment', async (slug, _, __, first, second) => {
    const page = await opened(slug);
    const base = String(page.doc.updatedAt);
    const answers = await Promise.all([first.send(page, sam, base), second.send(page, kim, base)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('the version that a write is based on', () => {
  const article = async () => {
    const { id } = await specimen('articles', 'An article', { published: true });
    const { body } = await rest<Doc>('GET', `/articles/${id}?depth=0`, sam);
    return body;
  };
  const patch = (id: unknown, data: object, { token }: { token?: string } = sam, query = '') =>
    rest<Saved & Told>('PATCH', `/articles/${id}?depth=0${query}`, { token, data });

  it.each(['2999-01-01T00:00:00.000Z', 'yesterday', '2026', 7, {}, [], true])(
    'is no moment: %j',
    async (updatedAt) => {
      const { id, title } = await article();
      const { status, body } = await patch(id, { title: 'Other', updatedAt });
      expect(status).toBe(400);
      expect(body.errors[0]?.message).toContain('updatedAt');
      expect((await rest<Doc>('GET', `/articles/${id}`, sam)).body.title).toBe(title);
    },
  );

  it('is the moment of the answer before, and is not stored as it was sent', async () => {
    const { id, updatedAt, createdAt } = await article();
    const sent = { title: 'Once', updatedAt, createdAt: '2001-01-01T00:00:00.000Z' };
    const { doc } = (await patch(id, sent)).body;
    expect(Date.parse(String(doc.updatedAt))).toBeGreaterThan(Date.parse(String(updatedAt)));
    expect(doc.createdAt).toBe(createdAt);
    expect((await patch(id, { title: 'Twice', updatedAt: doc.updatedAt })).status).toBe(200);
  });

  it('is told to nobody who may not change the document', async () => {
    const { id, updatedAt } = await article();
    await patch(id, { title: 'Changed' });
    for (const who of [{}, coordinator]) {
      const { status, body } = await patch(id, { title: 'Other', updatedAt }, who);
      expect(status).toBe(403);
      expect(JSON.stringify(body)).not.toContain('Sam');
    }
  });

  const drafted = async () => {
    const { id } = await article();
    await patch(id, { title: 'A newer draft' }, sam, '&draft=true');
    const stored = async (draft: boolean) =>
      (await rest<Doc>('GET', `/articles/${id}?depth=0&draft=${draft}`, sam)).body;
    return { id, stored };
  };
  const bulk = (id: unknown, data: object) =>
    rest<Found>('PATCH', `/articles?where[id][in][0]=${id}&depth=0`, { ...sam, data });

  it.each([
    ['alone', patch],
    ['in bulk', bulk],
  ])('is the newest text if it names none, %s, and nothing is taken back', async (_, send) => {
    const { id, stored } = await drafted();
    expect((await send(id, { summary: 'Other.' })).status).toBe(200);
    const text = { title: 'A newer draft', summary: 'Other.', _status: 'draft' };
    expect(await stored(true)).toMatchObject(text);
    expect(await stored(false)).toMatchObject({ title: 'An article', _status: 'published' });
    for (const _status of ['draft', 'published']) {
      expect((await send(id, { _status })).status).toBe(200);
      expect(await stored(false)).toMatchObject({ ...text, _status });
    }
  });

  it('is that of the draft, for who goes back to what is published', async () => {
    const { id, stored } = await drafted();
    const { createdAt: _, editId: __, updatedAt, ...published } = await stored(false);
    const newest = (await stored(true)).updatedAt;
    expect((await patch(id, { ...published, updatedAt })).status).toBe(409);
    await patch(id, { title: 'By Kim' }, kim, '&draft=true');
    expect((await patch(id, { ...published, updatedAt: newest })).status).toBe(409);
    expect(await stored(true)).toMatchObject({ title: 'By Kim', _status: 'draft' });
    const { updatedAt: shown } = await stored(true);
    const { status, body } = await patch(id, { ...published, updatedAt: shown });
    expect(status).toBe(200);
    expect(await stored(true)).toMatchObject({ title: 'An article', _status: 'published' });
    // What the page shows from then on is the newest version.
    expect((await stored(true)).updatedAt).toBe(body.doc.updatedAt);
  });

  it('counts where a document is taken back from readers', async () => {
    const { id, stored } = await drafted();
    const { updatedAt } = await stored(true);
    await patch(id, { title: 'Published by Kim', _status: 'published' }, kim);
    const unpublish = (base: unknown) =>
      patch(id, { _status: 'draft', updatedAt: base }, sam, '&unpublishAllLocales=true');
    expect((await unpublish(updatedAt)).status).toBe(409);
    const published = { title: 'Published by Kim', _status: 'published' };
    expect(await stored(false)).toMatchObject(published);
    const shown = (await stored(true)).updatedAt;
    // Readers would lose the page by somebody who has not seen what is newest.
    await patch(id, { title: 'A draft of Kim' }, kim, '&draft=true');
    const stale = { _status: 'draft', updatedAt: shown };
    expect((await unpublish(shown)).status).toBe(409);
    expect((await patch(id, stale)).status).toBe(409);
    const where = `where[id][equals]=${id}`;
    expect((await rest('PATCH', `/articles?${where}`, { ...sam, data: stale })).status).toBe(409);
    expect(await stored(false)).toMatchObject(published);
    const { status, body } = await unpublish((await stored(true)).updatedAt);
    expect(status).toBe(200);
    expect(body.doc).toMatchObject({ title: 'A draft of Kim', _status: 'draft' });
    expect(await stored(true)).toMatchObject({ ...body.doc, editId: expect.anything() });
  });

  it('is changed in bulk as far as each may be, and by who may', async () => {
    const writer = await account('A writer', ['writer']);
    const { id } = await specimen('articles', 'By a writer', { by: writer });
    const other = await article();
    const where = `where[id][in][0]=${id}&where[id][in][1]=${other.id}&draft=true&depth=0`;
    const send = (token: string | undefined, data: object) =>
      rest<Found & Told>('PATCH', `/articles?${where}`, { token, data });
    const { status, body } = await send(writer.token, { summary: 'By the writer.' });
    expect([status, body.docs.map((doc) => doc.id)]).toEqual([200, [id]]);
    expect((await send(undefined, { summary: 'By nobody.' })).status).toBe(403);
    const wrong = await send(sam.token, { slug: 'one-for-both', _status: 'published' });
    expect(wrong.status).toBe(400);
    expect(wrong.body.docs).toHaveLength(1);
    expect(wrong.body.errors).toHaveLength(1);
  });

  it('counts for each document of a bulk change, and one that is stale stops all', async () => {
    const [one, two] = [await article(), await article()];
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
    'is told of each of %s that a colleague changes meanwhile',
    async (slug) => {
      const ids: unknown[] = [];
      for (const n of [1, 2, 3, 4]) ids.push((await specimen(slug, `One of several ${n}`)).id);
      const where = ids.map((id, n) => `where[id][in][${n}]=${id}`).join('&');
      const field = slug === 'media' ? 'alt' : 'summary';
      const send = (words: string) =>
        rest<Found & Told>('PATCH', `/${slug}?${where}&depth=0`, {
          ...sam,
          data: { [field]: words },
        });
      const answers = await Promise.all(['One.', 'Two.', 'Three.'].map(send));
      for (const { status, body } of answers) {
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
      expect(answers.flatMap(({ body }) => body.errors).length).toBeGreaterThan(0);
    },
  );

  it('is not changed in bulk with a file', async () => {
    const { id } = await specimen('media', 'A picture of its own');
    const form = new FormData();
    form.set('_payload', JSON.stringify({ alt: 'Another picture' }));
    form.set('file', new File([PICTURE.data], PICTURE.name, { type: PICTURE.mimetype }));
    const path = `/media?where[id][in][0]=${id}`;
    const { status, body } = await rest<Told>('PATCH', path, { token: sam.token, form });
    expect([status, body.errors[0]?.message]).toEqual([400, 'Files are changed one at a time.']);
  });

  it('may be older where nothing is left to change, as when an answer was lost', async () => {
    const { id, updatedAt } = await article();
    const data = { title: 'The same', updatedAt };
    expect((await patch(id, data)).status).toBe(200);
    expect((await patch(id, data)).status).toBe(200);
    expect((await patch(id, { ...data, title: 'Another' })).status).toBe(409);
  });

  it('may be older for the form that made the change itself, before it read the answer', async () => {
    const { id, updatedAt, editId } = await article();
    const autosave = '&draft=true&autosave=true';
    const save = (title: string, data: object, who = sam) =>
      patch(id, { title, updatedAt, ...data }, who, autosave);
    expect((await save('One', { editId })).status).toBe(200);
    expect((await save('One two', { editId })).status).toBe(200);
    // Another window, another person, or a colleague in between.
    expect((await save('Three', { editId: 'other' })).status).toBe(409);
    expect((await save('Three', { editId }, kim)).status).toBe(409);
    await patch(id, { summary: 'By Kim.' }, kim, autosave);
    expect((await save('One two three', { editId })).status).toBe(409);
  });

  it('tells what a colleague changed, however often it saved itself', async () => {
    const { id, updatedAt } = await article();
    for (let word = 0; word < 20; word += 1) {
      await patch(id, { title: `Title ${word}` }, sam, '&draft=true&autosave=true');
    }
    await patch(id, { summary: 'By Kim.' }, kim, '&draft=true');
    const { body } = await patch(id, { exitLink: false, updatedAt });
    expect(body.errors[0]).toMatchObject({ changedBy: 'Kim Admin' });
    expect(body.errors[0]?.fields).toEqual(expect.arrayContaining(['Title', 'Summary']));
  });

  it('a password is refused as anything else is', async () => {
    const { body } = await rest<Doc>('GET', `/users/${kim.user.id}`, sam);
    await rest('PATCH', `/users/${kim.user.id}`, { ...sam, data: { name: 'Kim Other' } });
    const data = { password: 'another long password', updatedAt: body.updatedAt };
    expect((await rest('PATCH', `/users/${kim.user.id}`, { ...sam, data })).status).toBe(409);
  });

  it('a picture stays where its replacement comes too late', async () => {
    const { id } = await specimen('media', 'A picture');
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

describe('a log of changes', () => {
  it.each(['', '?depth=2&showHiddenFields=true', '?select[changeLog]=true&select[editId]=true'])(
    'is read by nobody: %s',
    async (query) => {
      await specimen('articles', 'An article', { published: true });
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
