import { expect, it, vi } from 'vitest';
import { createReader } from '#data/reader.ts';
import { search } from '#data/search-results.ts';
import { body, bullets, p, questions } from '#seed/rich-text-markup.ts';
import { DATA_BUILDERS } from '#tests/helpers/document-data.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';

const { api, sharedId, createDocument } = await documentFactory();
// System: the test prepares its own documents.
const system = { overrideAccess: true } as const;
/** The index follows within a second; a busy machine gets more. */
const POLL = { timeout: 5_000, interval: 20 };

const titlesOf = async (typed: string, facets?: string[]) =>
  (await search(createReader('en'), { typed, facets })).results.map(({ title }) =>
    title.map(({ text }) => text).join(''),
  );
const expectTitlesSoon = (typed: string) => expect.poll(() => titlesOf(typed), POLL);

const [stage, topic] = [await sharedId('treatment-stages'), await sharedId('topics')];
const { id } = await api.create({
  collection: 'articles',
  data: {
    ...(await DATA_BUILDERS.articles?.('A day in a program', sharedId)),
    _status: 'published',
    topics: [topic],
    stages: [stage],
    body: body(
      p('It begins with **breakfast**, and [a telephone](tel:911) if it has to.'),
      bullets('Somebody plays the accordion.'),
      questions('Often asked', [{ question: 'May I knit?', answer: [p('With wool.')] }]),
    ),
  } as never,
  ...system,
});

it.each([
  ['a title', 'program day'],
  ['marked words', 'breakfast'],
  ['a link', 'telephone'],
  ['a list', 'ACCORDION'],
  ['a question', 'may i knit'],
  ['its answer', 'wool'],
  ['words from two places', 'accordion breakfast'],
])('finds documents from before the start by %s', async (_, typed) => {
  expect(await titlesOf(typed)).toEqual(['A day in a program']);
});

it('filters by stage and topic', async () => {
  expect(await titlesOf('accordion', [stage, topic])).toEqual(['A day in a program']);
  expect(await titlesOf('accordion', [await sharedId('people')])).toEqual([]);
});

it('finds a published document until it is unpublished or deleted', async () => {
  for (const collection of ['articles', 'pages', 'treatment-stages'] as const) {
    const { id: newId } = await createDocument(collection, 'Marmalade');
    const at = { collection, id: String(newId), ...system };
    await api.update({ ...at, data: { _status: 'published' } });
    await expectTitlesSoon('marmalade').toEqual(['Marmalade']);
    await api.update({ ...at, data: { title: 'Quince', _status: 'draft' }, draft: true });
    await api.update({ ...at, data: { _status: 'draft' } });
    await expectTitlesSoon('marmalade').toEqual([]);
    expect(await titlesOf('quince')).toEqual([]);
    await api.update({ ...at, data: { _status: 'published' } });
    await expectTitlesSoon('quince').toHaveLength(1);
    await api.delete(at);
    await expectTitlesSoon('quince').toEqual([]);
  }
});

it('neither finds nor suggests the words of drafts', async () => {
  await createDocument('articles', 'Xylophone');
  const change = { title: 'Glockenspiel' } as never;
  await api.update({ collection: 'articles', id, data: change, draft: true, ...system });
  // Once this change is in the index, the two before it are, too.
  await createDocument('articles', 'Told later', { published: true });
  await expectTitlesSoon('told later').toContain('Told later');
  for (const typed of ['xylophone', 'xylophonne', 'glockenspiel', 'glockenspeil']) {
    expect(await search(createReader('en'), { typed })).toMatchObject({ total: 0 });
    expect((await search(createReader('en'), { typed })).correctedQuery).toBeUndefined();
  }
});

it('finds a topic by its new title and not by its old one', async () => {
  const { id: newId } = await createDocument('topics', 'Lanterns');
  await expectTitlesSoon('lanterns').toEqual(['Lanterns']);
  const at = { collection: 'topics', id: String(newId), ...system } as const;
  await api.update({ ...at, data: { title: 'Candles' } });
  await expectTitlesSoon('candles').toEqual(['Candles']);
  expect(await titlesOf('lanterns')).toEqual([]);
});

it('catches up on missed changes after the change stream broke', async () => {
  const { connection } = api.db;
  const [stream] = await connection
    .getClient()
    .db('admin')
    .aggregate([
      { $currentOp: { idleCursors: true } },
      { $match: { ns: new RegExp(`^${connection.name}\\.`), 'cursor.tailable': true } },
    ])
    .toArray();
  const { ns, cursor } = stream ?? {};
  const kill = {
    killCursors: ns.slice(connection.name.length + 1),
    cursors: [cursor.cursorId],
  };
  expect(await connection.db?.command(kill)).toMatchObject({ cursorsKilled: [cursor.cursorId] });
  await createDocument('pages', 'Harbor', { published: true });
  await expectTitlesSoon('harbor').toEqual(['Harbor']);
  vi.mocked(console.error).mockClear();
});

it('rebuilds the index after the database was dropped', async () => {
  await api.db.connection.dropDatabase();
  await expectTitlesSoon('accordion').toEqual([]);
  await api.db.collections.topics?.collection.insertOne({
    title: { en: 'Sunrise' },
    summary: { en: 'A word.' },
    slug: { en: 'sunrise' },
  });
  await expectTitlesSoon('sunrise').toEqual(['Sunrise']);
  vi.mocked(console.error).mockClear();
});
