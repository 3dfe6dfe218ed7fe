import { beforeAll, describe, expect, it } from 'vitest';
import { account } from '#tests/helpers/accounts.ts';
import { rest } from '#tests/helpers/rest.ts';
import { cabinet } from '#tests/helpers/specimens.ts';
import { ARTICLE_CHANGES } from './article-changes.ts';
import { type Opened, type People, pairsOf, type Sent, type Told } from './pairs.ts';

const { api, has, specimen } = await cabinet();
let people: People;

beforeAll(async () => {
  people = {
    sam: await account('Sam Editor', ['editor']),
    kim: await account('Kim Editor', ['editor']),
  };
});

// System: what these tests look at does not depend on who asks.
const system = { collection: 'articles', depth: 0, overrideAccess: true } as const;

let made = 0;

/** A published article with a newer draft, as two people have it open. */
async function opened(): Promise<Opened> {
  made += 1;
  const { id } = await specimen('articles', `Article ${made}`, { published: true });
  const topics = [await has('topics')];
  await api.update({
    ...system,
    id: String(id),
    draft: true,
    data: { title: `Draft ${made}`, topics },
  });
  const { docs } = await api.findVersions({
    ...system,
    where: { parent: { equals: id } },
    sort: 'createdAt',
    limit: 1,
  });
  const { body: doc } = await rest<Opened['doc']>('GET', `/articles/${id}?depth=0&draft=true`, {
    token: people.sam.token,
  });
  return { id: String(id), doc, version: String(docs[0]?.id) };
}

/** Its newest text, what readers see, and all its versions. */
async function stored(id: string) {
  const newest = await api.findByID({ ...system, id, draft: true });
  const shown = await api.findByID({ ...system, id });
  const versions = await api.findVersions({ ...system, where: { parent: { equals: id } } });
  const { editId: _, ...text } = newest;
  return {
    text,
    shown: shown.updatedAt,
    versions: versions.docs.map((one) => [one.id, one.updatedAt]),
  };
}

/** All but when it was saved, and as what. */
function content(text: Record<string, unknown>) {
  const { _status, updatedAt, changeLog, ...rest } = text;
  return rest;
}

const isOk = ({ status }: Sent) => status === 200;

const pairs = pairsOf(ARTICLE_CHANGES).map(
  ([first, second]) => [first.name, second.name, first, second] as const,
);

describe('from two pages opened before', () => {
  it.each(pairs)('%s, then %s', async (_, __, first, second) => {
    const page = await opened();
    const base = String(page.doc.updatedAt);
    const one = await first.send(page, people.sam, base);
    expect(one).toMatchObject({ status: 200 });
    const between = await stored(page.id);
    const two = await second.send(page, people.kim, base);
    if (isOk(two)) {
      // Nothing was left to change: both wanted the same.
      return expect((await stored(page.id)).text).toMatchObject(content(between.text));
    }
    expect(two.status).toBe(409);
    expect((two.body as Told).errors).toEqual([
      {
        message: expect.stringMatching(/^Sam Editor changed this .*Nothing of yours was saved/),
        changedBy: 'Sam Editor',
        changedAt: between.text.updatedAt,
        fields: expect.any(Array),
      },
    ]);
    expect(await stored(page.id)).toEqual(between);
  });
});

describe('naming one field each, without a base', () => {
  it.each(pairs.filter(([, , , second]) => !second.overwrites))(
    '%s, then %s',
    async (_, __, first, second) => {
      const page = await opened();
      expect(await first.send(page, people.sam, undefined)).toMatchObject({ status: 200 });
      const between = await stored(page.id);
      expect(await second.send(page, people.kim, undefined)).toMatchObject({ status: 200 });
      const { text } = await stored(page.id);
      expect(text).toMatchObject({ ...content(between.text), ...second.values });
    },
  );
});

describe('at the same moment', () => {
  it.each(pairs.filter(([one, two]) => one <= two))('%s and %s', async (_, __, first, second) => {
    const page = await opened();
    const base = String(page.doc.updatedAt);
    const answers = await Promise.all([
      first.send(page, people.sam, base),
      second.send(page, people.kim, base),
    ]);
    const [one, two] = answers.map(isOk);
    expect(one || two).toBe(true);
    const { text } = await stored(page.id);
    if (one && two) expect(text).toMatchObject({ ...first.values, ...second.values });
    for (const { status } of answers) expect([200, 409]).toContain(status);
  });
});
