import type { Found } from '#tests/helpers/answers.ts';
import { apiOf } from '#tests/helpers/api-of.ts';
import type { Rig } from '../peers/rig.ts';
import type { Site } from '../site.ts';
import type { Target } from './target.ts';

/** An article of ours with the text that all peers have. */
export async function sameText(site: Site, { article }: Rig): Promise<Target> {
  const ask = await apiOf(site, 'editor');
  const people = await ask<Found>('GET', '/people?limit=1&depth=0');
  await ask('POST', '/articles?depth=0', {
    title: article.title,
    slug: article.slug,
    summary: 'A week by week look.',
    body: article.lexical(),
    authors: [people.docs[0]?.id],
    _status: 'published',
  });
  return {
    id: 'same text',
    name: 'Throughcare, the text that the peers have',
    url: `${site.url}/articles/${article.slug}`,
    pids: async () => [site.pid],
    stop: async () => {},
  };
}
