import { newestArticles } from '#data/published-documents.ts';
import { env } from '#platform/environment/env.ts';
import { writeAtom } from '#site/feeds/atom.ts';
import { file } from '#site/file.ts';

const NEWEST = 30;

export const GET = file('/feed.xml', 'application/atom+xml', async (reader) => {
  const { name } = await reader.global('site');
  const articles = await newestArticles(reader, NEWEST);
  return writeAtom({ origin: env.SITE_URL, siteName: name ?? '', articles });
});

// Next would make files of some of these names once, when the site is built.
export const dynamic = 'force-dynamic';
