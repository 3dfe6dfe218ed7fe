import { createApiClient } from '#tests/helpers/api-client.ts';
import type { FindResult } from '#tests/helpers/rest-result-types.ts';
import type { Rig } from '../peers/rig.ts';
import type { MeasuredSite } from '../site.ts';
import type { PageTarget } from './target.ts';

/** Publishes an article with the text that all peers have. */
export async function createSameTextTarget(
  site: MeasuredSite,
  { article }: Rig,
): Promise<PageTarget> {
  const callApi = await createApiClient(site, 'editor');
  const people = await callApi<FindResult>('GET', '/people?limit=1&depth=0');
  await callApi('POST', '/articles?depth=0', {
    title: article.title,
    slug: article.slug,
    summary: 'A week by week look.',
    body: article.lexical(),
    authors: [people.docs[0]?.id],
    _status: 'published',
  });
  return {
    id: 'same text',
    name: 'Throughcare, the same text as the peers',
    url: `${site.url}/articles/${article.slug}`,
    pids: async () => [site.pid],
    stop: async () => {},
  };
}
