import { describe, expect, it } from 'vitest';
import { showArticle } from '#data/article-views.ts';
import { findArticle, listArticles } from '#data/articles.ts';
import { findCallsToAction, findCallToAction } from '#data/calls-to-action.ts';
import { showHome } from '#data/home.ts';
import { resolveLinks } from '#data/links.ts';
import { findPage, showPage } from '#data/pages.ts';
import { createReader } from '#data/reader.ts';
import { findRedirect } from '#data/redirects.ts';
import { relatedArticles } from '#data/related-articles.ts';
import { search } from '#data/search-results.ts';
import { loadSiteLayout } from '#data/site-layout.ts';
import { showStage } from '#data/stage-views.ts';
import { listStages } from '#data/stages.ts';
import { DRAFTED, UNSEEN } from '#tests/helpers/drafted.ts';
import { makeDrafts } from './make-drafts.ts';

const { drafts, changed, article } = await makeDrafts();

const reader = () => createReader('en');

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
    const found = await findCallsToAction(reader(), ids);
    expect([...found.keys()]).toEqual([changed['calls-to-action']]);
    expectShown([...found.values()], 'Shown calls-to-action');
    expect(await findCallToAction(reader(), `${UNSEEN}-address`)).toBeUndefined();
    expect(await findCallToAction(reader(), `${UNSEEN}-change`)).toBeUndefined();
  });

  it('the address of a draft', async () => {
    for (const slug of [`${UNSEEN}-address`, `${UNSEEN}-change`]) {
      expect(await findArticle(reader(), slug)).toBeUndefined();
      expect(await findPage(reader(), slug)).toBeUndefined();
      expect(await showStage(reader(), slug, [])).toBeUndefined();
    }
  });

  it('links, in the header and the footer as well', async () => {
    expectShown(await loadSiteLayout(reader()), '/articles/shown-articles');
    for (const relationTo of DRAFTED) {
      const link = {
        type: 'document',
        document: { relationTo, value: drafts[relationTo] },
      } as const;
      expect((await resolveLinks(reader(), [link]))(link)).toBeUndefined();
    }
  });

  it('redirects', async () => {
    for (const slug of DRAFTED) {
      expect(await findRedirect(reader(), `/to/${drafts[slug]}`)).toBeUndefined();
      expectShown(await findRedirect(reader(), `/to/${changed[slug]}`), `/shown-${slug}`);
    }
  });

  it('search', async () => {
    expect(await search(reader(), { typed: UNSEEN })).toMatchObject({ results: [], total: 0 });
    expectShown(await search(reader(), { typed: 'shown' }), '/articles/shown-articles');
  });
});
