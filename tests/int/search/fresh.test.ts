import { expect, it, vi } from 'vitest';
import { createReader } from '#data/reader.ts';
import { search } from '#data/search-results.ts';
import { body, bullets, p, questions } from '#seed/compose.ts';
import { cabinet, SPECIMENS } from '#tests/helpers/specimens.ts';

const { api, has, specimen } = await cabinet();
// System: what these tests find was made by somebody who may.
const system = { overrideAccess: true } as const;
/** It is told of within a second; a busy machine gets more. */
const SOON = { timeout: 5_000, interval: 20 };

const titlesOf = async (typed: string, about?: string[]) =>
  (await search(createReader('en'), { typed, about })).results.map(({ title }) =>
    title.map(({ text }) => text).join(''),
  );
const soon = (typed: string) => expect.poll(() => titlesOf(typed), SOON);

const [stage, topic] = [await has('treatment-stages'), await has('topics')];
const { id } = await api.create({
  collection: 'articles',
  data: {
    ...(await SPECIMENS.articles?.('A day in a program', has)),
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
])('what was there before is found by %s', async (_, typed) => {
  expect(await titlesOf(typed)).toEqual(['A day in a program']);
});

it('is narrowed by stage and topic', async () => {
  expect(await titlesOf('accordion', [stage, topic])).toEqual(['A day in a program']);
  expect(await titlesOf('accordion', [await has('people')])).toEqual([]);
});

it('what is published is found, and is not any more once it is unpublished or deleted', async () => {
  for (const collection of ['articles', 'pages', 'treatment-stages'] as const) {
    const { id: made } = await specimen(collection, 'Marmalade');
    const at = { collection, id: String(made), ...system };
    await api.update({ ...at, data: { _status: 'published' } });
    await soon('marmalade').toEqual(['Marmalade']);
    await api.update({ ...at, data: { title: 'Quince', _status: 'draft' }, draft: true });
    await api.update({ ...at, data: { _status: 'draft' } });
    await soon('marmalade').toEqual([]);
    expect(await titlesOf('quince')).toEqual([]);
    await api.update({ ...at, data: { _status: 'published' } });
    await soon('quince').toHaveLength(1);
    await api.delete(at);
    await soon('quince').toEqual([]);
  }
});

it('a draft is found by none of its words, and mends nobody’s spelling', async () => {
  await specimen('articles', 'Xylophone');
  const change = { title: 'Glockenspiel' } as never;
  await api.update({ collection: 'articles', id, data: change, draft: true, ...system });
  // Told after both of them.
  await specimen('articles', 'Told later', { published: true });
  await soon('told later').toContain('Told later');
  for (const typed of ['xylophone', 'xylophonne', 'glockenspiel', 'glockenspeil']) {
    expect(await search(createReader('en'), { typed })).toMatchObject({ total: 0 });
    expect((await search(createReader('en'), { typed })).instead).toBeUndefined();
  }
});

it('a topic is found by its new name, and not by its old one', async () => {
  const { id: made } = await specimen('topics', 'Lanterns');
  await soon('lanterns').toEqual(['Lanterns']);
  const at = { collection: 'topics', id: String(made), ...system } as const;
  await api.update({ ...at, data: { title: 'Candles' } });
  await soon('candles').toEqual(['Candles']);
  expect(await titlesOf('lanterns')).toEqual([]);
});

it('is followed again after the stream broke, and what was missed is caught up', async () => {
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
  await specimen('pages', 'Harbor', { published: true });
  await soon('harbor').toEqual(['Harbor']);
  vi.mocked(console.error).mockClear();
});

it('is built anew where the database lost everything', async () => {
  await api.db.connection.dropDatabase();
  await soon('accordion').toEqual([]);
  await api.db.collections.topics?.collection.insertOne({
    title: { en: 'Sunrise' },
    summary: { en: 'A word.' },
    slug: { en: 'sunrise' },
  });
  await soon('sunrise').toEqual(['Sunrise']);
  vi.mocked(console.error).mockClear();
});
