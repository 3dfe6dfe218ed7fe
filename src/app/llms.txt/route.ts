import { listPublished } from '#data/published-documents.ts';
import { env } from '#platform/environment/env.ts';
import { writeLlms } from '#site/feeds/llms.ts';
import { file } from '#site/file.ts';

export const GET = file('/llms.txt', 'text/plain', async (reader) => {
  const { name, home } = await reader.global('site');
  const [stages, articles, pages] = await Promise.all([
    listPublished(reader, 'treatment-stages'),
    listPublished(reader, 'articles'),
    listPublished(reader, 'pages'),
  ]);
  return writeLlms({
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

// Next would make files of some of these names once, when the site is built.
export const dynamic = 'force-dynamic';
