import { expect, it } from 'vitest';
import { articleHead } from '#data/article-views.ts';
import { findArticle } from '#data/articles.ts';
import { findPage, pageHead } from '#data/pages.ts';
import { createReader } from '#data/reader.ts';
import { loadStagePage } from '#data/stage-views.ts';
import { findTopic, topicHead } from '#data/topics.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';

const { api, createDocument } = await documentFactory();

const loadHead = {
  articles: async (slug: string) => {
    const article = await findArticle(createReader('en'), slug);
    return article && articleHead(article);
  },
  pages: async (slug: string) => {
    const page = await findPage(createReader('en'), slug);
    return page && pageHead(page);
  },
  topics: async (slug: string) => {
    const topic = await findTopic(createReader('en'), slug);
    return topic && topicHead(topic, 1);
  },
  'treatment-stages': async (slug: string) =>
    (await loadStagePage(createReader('en'), slug, []))?.head,
};

it.each(['articles', 'pages', 'treatment-stages', 'topics'] as const)(
  'pages of %s have the quick exit unless an editor disables it',
  async (collection) => {
    const { id, slug } = await createDocument(collection, 'The one', { published: true });
    expect(await loadHead[collection](String(slug))).toMatchObject({ withoutQuickExit: false });
    await api.update({ collection, id, data: { exitLink: false }, overrideAccess: true });
    expect(await loadHead[collection](String(slug))).toMatchObject({ withoutQuickExit: true });
  },
);
