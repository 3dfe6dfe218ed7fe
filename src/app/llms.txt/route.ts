import { listPublished } from '#data/published-documents.ts';
import { env } from '#platform/environment/env.ts';
import { writeLlmsTxt } from '#site/feeds/llms-txt.ts';
import { file } from '#site/file.ts';

export const GET = file('/llms.txt', 'text/plain', async (reader) => {
  const { name, home } = await reader.findGlobal('site');
  const [stages, articles, pages] = await Promise.all([
    listPublished(reader, 'treatment-stages'),
    listPublished(reader, 'articles'),
    listPublished(reader, 'pages'),
  ]);
  return writeLlmsTxt({
    origin: env.SITE_URL,
    siteName: name ?? '',
    introduction: home?.introduction ?? '',
    parts: [
      { heading: 'Stages of treatment', documents: stages },
      { heading: 'Articles', documents: articles },
      { heading: 'About this site', documents: pages },
    ],
  });
});

// Next prerenders routes of some of these names at build time, like robots.txt.
export const dynamic = 'force-dynamic';
