import { beforeAll, describe, expect, it } from 'vitest';
import { GET } from '#app/site-index.json/route.ts';
import { LISTED } from '#data/published-documents.ts';
import { pathOf } from '#domain/href.ts';
import { type SiteIndex, siteIndex } from '#domain/site-index.ts';
import { DRAFTED, UNSEEN } from '#tests/helpers/drafted.ts';
import { cabinet, SPECIMENS, wordsField } from '#tests/helpers/specimens.ts';

const { api, has, specimen } = await cabinet();
// System: a test makes what it finds there.
const system = { overrideAccess: true } as const;

const read = async () => {
  const answer = await GET();
  return { answer, index: siteIndex.parse(await answer.json()) };
};

let answer: Response;
let index: SiteIndex;
let filename: string;

beforeAll(async () => {
  for (const collection of LISTED) await specimen(collection, 'Some words', { published: true });
  const media = await specimen('media', 'A picture');
  filename = String(media.filename);
  for (const slug of DRAFTED) {
    const data = { ...(await SPECIMENS[slug]?.('', has)), [wordsField(slug)]: `${UNSEEN} new` };
    await api.create({ collection: slug, data: data as never, draft: true, ...system });
    const { id } = await specimen(slug, `Changed ${slug}`, { published: true });
    const change = { slug: `${UNSEEN}-changed` } as never;
    await api.update({ collection: slug, id: String(id), data: change, draft: true, ...system });
  }
  await specimen('redirects', '/Old/Été');
  // A document came to where it begins.
  await specimen('redirects', '/articles/some-words');
  ({ answer, index } = await read());
});

describe('what is shared', () => {
  it.each(LISTED)('each of the published %s', (collection) => {
    expect(index.shared).toContain(pathOf(collection, 'some-words'));
  });

  it('the pages and files that are no document', () => {
    expect(index.shared).toEqual(
      expect.arrayContaining(['/', '/articles', '/stages', '/sitemap.xml', '/site-index.json']),
    );
  });

  it('each picture, and the files beside the pages', () => {
    expect(index.shared).toContain(`/api/media/file/${filename}`);
    expect(index.shared).toEqual(
      expect.arrayContaining(['/favicon.svg', '/gallery/landscape.svg']),
    );
  });

  it('no draft, and nothing of what has an address for one person', () => {
    expect(JSON.stringify(index)).not.toContain(UNSEEN);
    for (const slug of ['articles', 'pages', 'treatment-stages'] as const) {
      expect(index.shared).toContain(pathOf(slug, `changed-${slug}`));
    }
    expect(index.shared.filter((path) => path.startsWith('/requests'))).toEqual([]);
  });

  it('each path that leads elsewhere, as browsers ask for it', () => {
    expect(index.shared).toContain('/Old/%C3%89t%C3%A9');
  });

  it('nothing twice', () => {
    expect(index.shared).toHaveLength(new Set(index.shared).size);
  });
});

it('says by what a list can be narrowed, and how many pages it has then', () => {
  const { by, pages } = index.lists['/articles'] ?? {};
  expect(by).toEqual(['stage', 'topic']);
  expect(pages).toMatchObject({
    '': 1,
    'stage=some-words': 1,
    'topic=some-words': 1,
    'stage=some-words&topic=some-words': 1,
  });
});

it('says how many pages a list of articles has, drafts not counted', async () => {
  const [topic, author] = [
    await specimen('topics', 'Much of it'),
    await specimen('people', 'Busy'),
  ];
  const all = { topics: [topic.id], authors: [author.id], _status: 'published' };
  const write = async (title: string, data: object) => {
    const article = { ...(await SPECIMENS.articles?.(title, has)), ...all, ...data };
    await api.create({ collection: 'articles', data: article as never, ...system });
  };
  for (let n = 1; n <= 12; n++) await write(`Part ${n}`, {});
  await write('Part 13', { _status: 'draft' });
  const full = (await read()).index.lists;
  expect(full['/topics/much-of-it']?.pages).toEqual({ '': 1 });
  await write('Part 14', { topics: [topic.id], authors: [await has('people')] });
  const { lists } = (await read()).index;
  expect(lists['/topics/much-of-it']?.pages).toEqual({ '': 2 });
  expect(lists['/people/busy']?.pages).toEqual({ '': 1 });
  expect(lists['/articles']?.pages).toMatchObject({ '': 2, 'topic=much-of-it': 2 });
});

it('says what a visitor calls the fields of a form', () => {
  expect(index.labels).toEqual({
    name: 'Your name',
    email: 'Email address',
    phone: 'Phone number',
    message: 'Your message',
    contactWishes: 'Anything we should know before we contact you?',
  });
});

it('is kept until one of the lists changes', () => {
  expect(answer.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
  expect(answer.headers.get('Cache-Control')).toContain('s-maxage=60');
  expect(answer.headers.get('Cache-Tag')?.split(',')).toEqual(
    [...LISTED, 'media', 'redirects'].sort(),
  );
});

it('forgets what is no longer published', async () => {
  const { id } = await specimen('articles', 'Only for now', { published: true });
  expect((await read()).index.shared).toContain('/articles/only-for-now');
  const data = { _status: 'draft' } as const;
  await api.update({ collection: 'articles', id: String(id), data, ...system });
  expect((await read()).index.shared).not.toContain('/articles/only-for-now');
});
