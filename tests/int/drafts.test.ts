import { beforeAll, describe, expect, it } from 'vitest';
import { findArticle, listArticles } from '#data/articles.ts';
import { loadFrame } from '#data/frame.ts';
import { showHome } from '#data/home.ts';
import { findInvitation, findInvitations } from '#data/invitations.ts';
import { resolveLinks } from '#data/links.ts';
import { findPage, showPage } from '#data/pages.ts';
import { createReader } from '#data/reader.ts';
import { relatedArticles } from '#data/related-articles.ts';
import { search } from '#data/search.ts';
import { showArticle } from '#data/shown-articles.ts';
import { showStage } from '#data/shown-stages.ts';
import { listStages } from '#data/stages.ts';
import { body, p } from '#seed/compose.ts';
import { rest } from '#tests/helpers/rest.ts';
import { cabinet, SPECIMENS, wordsField } from '#tests/helpers/specimens.ts';

/** Stands in every draft, and must stand nowhere else. */
const UNSEEN = 'unseen';
const DRAFTED = ['articles', 'pages', 'treatment-stages', 'calls-to-action'] as const;
type Drafted = (typeof DRAFTED)[number];

const made = await cabinet();
const { api } = made;

/** Of each collection: one that was never published, and one that is, with a draft of changes. */
const drafts = {} as Record<Drafted, string>;
const changed = {} as Record<Drafted, string>;
let article: string;

/** Texts in which a draft's words could show. */
const hidden = (slug: Drafted) => ({
  [wordsField(slug)]: `Title ${UNSEEN}`,
  slug: `${UNSEEN}-address`,
  ...(slug === 'calls-to-action'
    ? { text: `Text ${UNSEEN}`, button: `Button ${UNSEEN}` }
    : { summary: `Summary ${UNSEEN}` }),
});

beforeAll(async () => {
  for (const slug of DRAFTED) {
    const draft = await api.create({
      collection: slug,
      data: { ...(await SPECIMENS[slug]?.('', made.has)), ...hidden(slug) } as never,
      draft: true,
      overrideAccess: true,
    });
    drafts[slug] = draft.id;
    const { id } = await made.specimen(slug, `Shown ${slug}`, { published: true });
    changed[slug] = String(id);
    const data = { ...hidden(slug), slug: `${UNSEEN}-change` } as never;
    await api.update({
      collection: slug,
      id: changed[slug],
      data,
      draft: true,
      overrideAccess: true,
    });
  }
  const both = (slug: Drafted) => [drafts[slug], changed[slug]];
  const data = {
    ...(await SPECIMENS.articles?.('The article', made.has)),
    _status: 'published',
    stages: both('treatment-stages'),
    related: both('articles'),
    body: body(
      p('Words.'),
      ...DRAFTED.flatMap((slug) => both(slug).map((id) => linkTo(slug, id))),
      ...both('calls-to-action').map((id) =>
        block('call-to-action', { callToAction: id, show: 'form' }),
      ),
      block('related-articles', { heading: 'Read on', articles: both('articles') }),
      block('treatment-pathway', { heading: 'The way' }),
    ),
  };
  const created = await api.create({
    collection: 'articles',
    data: data as never,
    overrideAccess: true,
  });
  article = created.slug;
  const links = DRAFTED.flatMap((slug) =>
    both(slug).map((value) => ({
      label: `To ${slug}`,
      link: { type: 'document' as const, document: { relationTo: slug, value } as never },
    })),
  );
  const system = { overrideAccess: true } as const;
  await api.updateGlobal({ slug: 'header', data: { links: links.slice(0, 6) }, ...system });
  await api.updateGlobal({
    slug: 'footer',
    data: { columns: [{ heading: 'All', links }] },
    ...system,
  });
  await api.updateGlobal({
    slug: 'site',
    data: {
      name: 'Site',
      home: { heading: 'Home', introduction: 'Words', callToAction: drafts['calls-to-action'] },
      legalEntity: { name: 'Entity', role: 'a referral service' },
    },
    ...system,
  });
});

const block = (blockType: string, fields: object) => ({
  type: 'block',
  version: 2,
  format: '',
  fields: { blockType, ...fields },
});

const linkTo = (relationTo: Drafted, value: string) => {
  const paragraph = p('[a link](tel:911)');
  const fields = { linkType: 'internal', doc: { relationTo, value } };
  return {
    ...paragraph,
    children: (paragraph.children as object[]).map((link) => ({ ...link, fields })),
  };
};

const reader = () => createReader('en');

describe.each(DRAFTED)('visitors never meet a draft of %s', (slug) => {
  it('through REST, by list, id, count or address', async () => {
    const { body: list } = await rest('GET', `/${slug}?limit=0&depth=3`);
    expect(list.docs.map(({ id }: { id: string }) => id)).toContain(changed[slug]);
    for (const path of [
      `/${slug}?limit=0&depth=3`,
      `/${slug}?limit=0&draft=true&depth=3`,
      `/${slug}?where[_status][equals]=draft`,
      `/${slug}?where[_status][not_equals]=published&draft=true`,
      `/${slug}?where[or][0][_status][equals]=draft&where[or][1][id][exists]=true`,
      `/${slug}?where[slug][like]=${UNSEEN}`,
      `/${slug}?where[slug][like]=${UNSEEN}&draft=true`,
      `/${slug}?trash=true&draft=true&locale=all`,
      `/${slug}/${drafts[slug]}`,
      `/${slug}/${drafts[slug]}?draft=true`,
      `/${slug}/${changed[slug]}?draft=true&depth=3`,
      `/${slug}/versions`,
      `/${slug}/versions?where[version.slug][like]=${UNSEEN}`,
    ]) {
      const { body: answer } = await rest('GET', path);
      expect([path, JSON.stringify(answer).toLowerCase().includes(UNSEEN)]).toEqual([path, false]);
    }
    const { body: count } = await rest('GET', `/${slug}/count?draft=true`);
    expect(count.totalDocs).toBe(list.totalDocs);
  });

  it('through what another document refers to', async () => {
    for (const path of [
      '/articles?depth=3',
      '/articles?depth=3&draft=true',
      '/globals/header?depth=3',
      '/globals/footer?depth=3&draft=true',
      '/globals/site?depth=3',
    ]) {
      const { status, body: answer } = await rest('GET', path);
      expect(status).toBe(200);
      expect([path, JSON.stringify(answer).toLowerCase().includes(UNSEEN)]).toEqual([path, false]);
    }
  });

  it('through a version, by its id', async () => {
    const { docs } = await api.findVersions({ collection: slug, limit: 0, overrideAccess: true });
    expect(JSON.stringify(docs)).toContain(UNSEEN);
    for (const { id } of docs) {
      expect(await rest('GET', `/${slug}/versions/${id}`)).toMatchObject({ status: 403 });
    }
  });
});

describe('no page shows a draft', () => {
  const expectShown = (shown: unknown, words: string) => {
    expect(JSON.stringify(shown)).toContain(words);
    expect(JSON.stringify(shown).toLowerCase()).not.toContain(UNSEEN);
  };

  it('lists', async () => {
    expectShown(await listArticles(reader(), { limit: 100 }), 'Shown articles');
    expectShown(await listStages(reader()), 'Shown treatment-stages');
    expectShown(await showHome(reader()), 'Shown articles');
  });

  it('an article, with its links, blocks, stages and related articles', async () => {
    const found = await findArticle(reader(), article);
    if (!found) throw new Error('The article is not there.');
    const shown = await showArticle(reader(), found, []);
    for (const slug of ['articles', 'treatment-stages', 'calls-to-action']) {
      expectShown(shown, `Shown ${slug}`);
    }
    expectShown(shown, '/shown-pages');
    const stages = await showStage(reader(), 'shown-treatment-stages', []);
    expectShown(stages, 'The article');
    const page = await findPage(reader(), 'shown-pages');
    expectShown(page && (await showPage(reader(), page, [])), 'Shown pages');
  });

  it('related articles, chosen or filled in', async () => {
    const { id } = (await findArticle(reader(), article)) ?? { id: '' };
    for (const chosen of [[], [drafts.articles, changed.articles]]) {
      const about = {
        id,
        stages: [drafts['treatment-stages']],
        topics: [],
        related: [drafts.articles],
      };
      expectShown(await relatedArticles(reader(), chosen, about, 9), 'Shown articles');
    }
  });

  it('invitations', async () => {
    const ids = [drafts['calls-to-action'], changed['calls-to-action']];
    const found = await findInvitations(reader(), ids);
    expect([...found.keys()]).toEqual([changed['calls-to-action']]);
    expectShown([...found.values()], 'Shown calls-to-action');
    expect(await findInvitation(reader(), `${UNSEEN}-address`)).toBeUndefined();
    expect(await findInvitation(reader(), `${UNSEEN}-change`)).toBeUndefined();
  });

  it('the address of a draft', async () => {
    for (const slug of [`${UNSEEN}-address`, `${UNSEEN}-change`]) {
      expect(await findArticle(reader(), slug)).toBeUndefined();
      expect(await findPage(reader(), slug)).toBeUndefined();
      expect(await showStage(reader(), slug, [])).toBeUndefined();
    }
  });

  it('links, in the header and the footer as well', async () => {
    expectShown(await loadFrame(reader()), '/articles/shown-articles');
    for (const relationTo of DRAFTED) {
      const link = {
        type: 'document',
        document: { relationTo, value: drafts[relationTo] },
      } as const;
      expect((await resolveLinks(reader(), [link]))(link)).toBeUndefined();
    }
  });

  it('search', async () => {
    expect(await search(reader(), [UNSEEN])).toEqual([]);
    expectShown(await search(reader(), ['shown']), 'Shown articles');
  });
});
