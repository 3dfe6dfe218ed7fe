import { listNewestArticles } from '#data/published-documents.ts';
import { env } from '#platform/environment/env.ts';
import { writeAtom } from '#site/feeds/atom.ts';
import { file } from '#site/file.ts';

const MAX_ARTICLES = 30;

export const GET = file('/feed.xml', 'application/atom+xml', async (reader) => {
  const { name } = await reader.findGlobal('site');
  const articles = await listNewestArticles(reader, MAX_ARTICLES);
  return writeAtom({ origin: env.SITE_URL, siteName: name ?? '', articles });
});

// Next prerenders routes of some of these names at build time, like robots.txt.
export const dynamic = 'force-dynamic';
