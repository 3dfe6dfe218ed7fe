import { beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '#tests/helpers/accounts.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';
import { rest } from '#tests/helpers/rest.ts';
import { ARTICLE_CHANGES } from './article-changes.ts';
import {
  type ChangeResult,
  type ConflictBody,
  type OpenDocument,
  type People,
  pairsOf,
} from './change-pairs.ts';

const { api, sharedId, createDocument } = await documentFactory();
let people: People;

beforeAll(async () => {
  people = {
    sam: await createAccount('Sam Editor', ['editor']),
    kim: await createAccount('Kim Editor', ['editor']),
  };
});

// System: these tests read what is stored, regardless of access.
const system = { collection: 'articles', depth: 0, overrideAccess: true } as const;

let count = 0;

/** Creates a published article with a newer draft, which two people have open. */
async function openArticle(): Promise<OpenDocument> {
  count += 1;
  const { id } = await createDocument('articles', `Article ${count}`, { published: true });
  const topics = [await sharedId('topics')];
  await api.update({
    ...system,
    id: String(id),
    draft: true,
    data: { title: `Draft ${count}`, topics },
  });
  const { docs } = await api.findVersions({
    ...system,
    where: { parent: { equals: id } },
    sort: 'createdAt',
    limit: 1,
  });
  const { body: doc } = await rest<OpenDocument['doc']>(
    'GET',
    `/articles/${id}?depth=0&draft=true`,
    {
      token: people.sam.token,
    },
  );
  return { id: String(id), doc, version: String(docs[0]?.id) };
}

/** Reads the newest version, the timestamp of the published one, and all versions. */
async function readStored(id: string) {
  const newest = await api.findByID({ ...system, id, draft: true });
  const shown = await api.findByID({ ...system, id });
  const versions = await api.findVersions({ ...system, where: { parent: { equals: id } } });
  const { editId: _, ...text } = newest;
  return {
    text,
    shown: shown.updatedAt,
    versions: versions.docs.map((version) => [version.id, version.updatedAt]),
  };
}

/** Removes the timestamp, the status and the change log. */
function contentOf(text: Record<string, unknown>) {
  const { _status, updatedAt, changeLog, ...rest } = text;
  return rest;
}

const isOk = ({ status }: ChangeResult) => status === 200;

const pairs = pairsOf(ARTICLE_CHANGES).map(
  ([first, second]) => [first.name, second.name, first, second] as const,
);

describe('two pages opened before both changes', () => {
  it.each(pairs)('%s, then %s', async (_, __, first, second) => {
    const page = await openArticle();
    const base = String(page.doc.updatedAt);
    const one = await first.send(page, people.sam, base);
    expect(one).toMatchObject({ status: 200 });
    const between = await readStored(page.id);
    const two = await second.send(page, people.kim, base);
    if (isOk(two)) {
      // Both wrote the same values, so the second changed nothing.
      return expect((await readStored(page.id)).text).toMatchObject(contentOf(between.text));
    }
    expect(two.status).toBe(409);
    expect((two.body as ConflictBody).errors).toEqual([
      {
        message: expect.stringMatching(/^Sam Editor changed this .*Nothing of yours was saved/),
        changedBy: 'Sam Editor',
        changedAt: between.text.updatedAt,
        fields: expect.any(Array),
      },
    ]);
    expect(await readStored(page.id)).toEqual(between);
  });
});

describe('one field each, without a base version', () => {
  it.each(pairs.filter(([, , , second]) => !second.overwrites))(
    '%s, then %s',
    async (_, __, first, second) => {
      const page = await openArticle();
      expect(await first.send(page, people.sam, undefined)).toMatchObject({ status: 200 });
      const between = await readStored(page.id);
      expect(await second.send(page, people.kim, undefined)).toMatchObject({ status: 200 });
      const { text } = await readStored(page.id);
      expect(text).toMatchObject({ ...contentOf(between.text), ...second.values });
    },
  );
});

describe('at the same moment', () => {
  it.each(pairs.filter(([one, two]) => one <= two))('%s and %s', async (_, __, first, second) => {
    const page = await openArticle();
    const base = String(page.doc.updatedAt);
    const responses = await Promise.all([
      first.send(page, people.sam, base),
      second.send(page, people.kim, base),
    ]);
    const [one, two] = responses.map(isOk);
    expect(one || two).toBe(true);
    const { text } = await readStored(page.id);
    if (one && two) expect(text).toMatchObject({ ...first.values, ...second.values });
    for (const { status } of responses) expect([200, 409]).toContain(status);
  });
});
