import { describe, expect, it } from 'vitest';
import { loadArticleView } from '#data/article-views.ts';
import { findArticle, listArticles } from '#data/articles.ts';
import { findCallsToAction, findCallToAction } from '#data/calls-to-action.ts';
import { loadHomeView } from '#data/home.ts';
import { resolveLinks } from '#data/links.ts';
import { findPage, loadPageView } from '#data/pages.ts';
import { createReader } from '#data/reader.ts';
import { findRedirect } from '#data/redirects.ts';
import { findRelatedArticles } from '#data/related-articles.ts';
import { search } from '#data/search-results.ts';
import { loadSiteLayout } from '#data/site-layout.ts';
import { loadStagePage } from '#data/stage-views.ts';
import { listStages } from '#data/stages.ts';
import { COLLECTIONS_WITH_DRAFTS, DRAFT_MARKER } from '#tests/helpers/draft-constants.ts';
import { makeDrafts } from './make-drafts.ts';

const { drafts, changed, article } = await makeDrafts();

const reader = () => createReader('en');

describe('drafts do not leak through', () => {
  const expectPublishedOnly = (view: unknown, words: string) => {
    expect(JSON.stringify(view)).toContain(words);
    expect(JSON.stringify(view).toLowerCase()).not.toContain(DRAFT_MARKER);
  };

  it('lists', async () => {
    expectPublishedOnly(await listArticles(reader(), { limit: 100 }), 'Shown articles');
    expectPublishedOnly(await listStages(reader()), 'Shown treatment-stages');
    expectPublishedOnly(await loadHomeView(reader()), 'Shown articles');
  });

  it('an article, with its links, blocks, stages and related articles', async () => {
    const doc = await findArticle(reader(), article);
    if (!doc) throw new Error('The article is not there.');
    const view = await loadArticleView(reader(), doc, []);
    for (const slug of ['articles', 'treatment-stages', 'calls-to-action']) {
      expectPublishedOnly(view, `Shown ${slug}`);
    }
    expectPublishedOnly(view, '/shown-pages');
    const stagePage = await loadStagePage(reader(), 'shown-treatment-stages', []);
    expectPublishedOnly(stagePage, 'The article');
    const page = await findPage(reader(), 'shown-pages');
    expectPublishedOnly(page && (await loadPageView(reader(), page, [])), 'Shown pages');
  });

  it('related articles, chosen by an editor or added', async () => {
    const { id } = (await findArticle(reader(), article)) ?? { id: '' };
    for (const chosen of [[], [drafts.articles, changed.articles]]) {
      const relations = {
        id,
        stages: [drafts['treatment-stages']],
        topics: [],
        related: [drafts.articles],
      };
      expectPublishedOnly(
        await findRelatedArticles(reader(), chosen, relations, 9),
        'Shown articles',
      );
    }
  });

  it('calls to action', async () => {
    const ids = [drafts['calls-to-action'], changed['calls-to-action']];
    const callsToAction = await findCallsToAction(reader(), ids);
    expect([...callsToAction.keys()]).toEqual([changed['calls-to-action']]);
    expectPublishedOnly([...callsToAction.values()], 'Shown calls-to-action');
    expect(await findCallToAction(reader(), `${DRAFT_MARKER}-address`)).toBeUndefined();
    expect(await findCallToAction(reader(), `${DRAFT_MARKER}-change`)).toBeUndefined();
  });

  it('the slug of a draft', async () => {
    for (const slug of [`${DRAFT_MARKER}-address`, `${DRAFT_MARKER}-change`]) {
      expect(await findArticle(reader(), slug)).toBeUndefined();
      expect(await findPage(reader(), slug)).toBeUndefined();
      expect(await loadStagePage(reader(), slug, [])).toBeUndefined();
    }
  });

  it('links, also in the header and the footer', async () => {
    expectPublishedOnly(await loadSiteLayout(reader()), '/articles/shown-articles');
    for (const relationTo of COLLECTIONS_WITH_DRAFTS) {
      const link = {
        type: 'document',
        document: { relationTo, value: drafts[relationTo] },
      } as const;
      expect((await resolveLinks(reader(), [link]))(link)).toBeUndefined();
    }
  });

  it('redirects', async () => {
    for (const slug of COLLECTIONS_WITH_DRAFTS) {
      expect(await findRedirect(reader(), `/to/${drafts[slug]}`)).toBeUndefined();
      expectPublishedOnly(await findRedirect(reader(), `/to/${changed[slug]}`), `/shown-${slug}`);
    }
  });

  it('search', async () => {
    expect(await search(reader(), { typed: DRAFT_MARKER })).toMatchObject({
      results: [],
      total: 0,
    });
    expectPublishedOnly(await search(reader(), { typed: 'shown' }), '/articles/shown-articles');
  });
});
