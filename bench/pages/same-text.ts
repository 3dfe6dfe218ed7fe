import type { Rig } from '../peers/rig.ts';
import type { Site } from '../site.ts';
import type { Target } from './target.ts';

/** An article of ours with the text that all peers have. */
export async function sameText(site: Site, { article }: Rig): Promise<Target> {
  const { token } = await ask(site, 'POST', '/users/login', {
    email: 'editor@example.org',
    password: site.password,
  });
  const people = await ask(site, 'GET', '/people?limit=1&depth=0', undefined, token);
  await ask(
    site,
    'POST',
    '/articles?depth=0',
    {
      title: article.title,
      slug: article.slug,
      summary: 'A week by week look.',
      body: article.lexical(),
      authors: [people.docs[0].id],
      _status: 'published',
    },
    token,
  );
  return {
    id: 'same text',
    name: 'Throughcare, the text that the peers have',
    url: `${site.url}/articles/${article.slug}`,
    pids: async () => [site.pid],
    stop: async () => {},
  };
}

async function ask(
  { url }: Pick<Site, 'url'>,
  method: string,
  path: string,
  data?: object,
  token?: string,
) {
  const answer = await fetch(`${url}/api${path}`, {
    method,
    headers: {
      ...(token && { Authorization: `JWT ${token}` }),
      ...(data && { 'Content-Type': 'application/json' }),
    },
    body: data && JSON.stringify(data),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
