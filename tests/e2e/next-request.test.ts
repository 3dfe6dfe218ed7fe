import { describe, expect, it } from 'vitest';
import type { Doc, Found } from '#tests/helpers/answers.ts';
import { site } from '#tests/helpers/browser.ts';
import { as } from '#tests/helpers/colleague.ts';

const ARTICLE = '/articles/understanding-intensive-outpatient-treatment';

const shown = async (path: string): Promise<string> => (await fetch(`${site.url}${path}`)).text();

const idOf = async (collection: string, slug: string): Promise<string> => {
  const { docs } = await as<Found>('editor', 'GET', `/${collection}?where[slug][equals]=${slug}`);
  return String(docs[0]?.id);
};

let count = 0;
const newWords = () => {
  count += 1;
  return `Words changed ${count}`;
};

describe('a published change is on the next request', () => {
  it.each([
    [
      'the title of an article',
      'articles',
      'understanding-intensive-outpatient-treatment',
      'title',
      [ARTICLE, '/', '/articles'],
    ],
    [
      'a stage on the pathway',
      'treatment-stages',
      'supervised-detox',
      'title',
      [ARTICLE, '/', '/stages', '/stages/supervised-detox'],
    ],
    [
      'the text of a call to action',
      'calls-to-action',
      'request-call',
      'text',
      ['/', '/requests/request-call'],
    ],
    [
      'the name of a topic',
      'topics',
      'family-and-friends',
      'title',
      ['/topics/family-and-friends'],
    ],
    ['a page', 'pages', 'about', 'title', ['/about']],
  ] as const)('%s', async (_, collection, slug, field, paths) => {
    const path = `/${collection}/${await idOf(collection, slug)}`;
    const before = (await as<Doc>('editor', 'GET', path))[field];
    for (const page of paths)
      expect([page, await shown(page)]).toEqual([page, expect.stringContaining('</html>')]);
    const words = newWords();
    const status = collection === 'topics' ? {} : { _status: 'published' };
    await as('editor', 'PATCH', path, { [field]: words, ...status });
    for (const page of paths) {
      expect([page, (await shown(page)).includes(words)]).toEqual([page, true]);
    }
    await as('editor', 'PATCH', path, { [field]: before, ...status });
    for (const page of paths) {
      expect([page, (await shown(page)).includes(words)]).toEqual([page, false]);
    }
  });

  it.each(['/', ARTICLE, '/requests/text-info', '/nothing'])('what surrounds %s', async (path) => {
    const words = newWords();
    const { links } = await as<{ links: object[] }>('editor', 'GET', '/globals/header?depth=0');
    const [first, ...others] = links;
    await as('editor', 'POST', '/globals/header', {
      links: [{ ...first, label: words }, ...others],
    });
    const crisisLines = '/globals/crisis-resources';
    const { lines } = await as<{ lines: object[] }>('admin', 'GET', `${crisisLines}?depth=0`);
    const [line, ...more] = lines;
    await as('admin', 'POST', crisisLines, {
      lines: [{ ...line, name: `Line ${words}` }, ...more],
    });
    const html = await shown(path);
    expect(html).toContain(`>${words}<`);
    expect(html).toContain(`Line ${words}`);
    await as('editor', 'POST', '/globals/header', { links });
    await as('admin', 'POST', crisisLines, { lines });
    expect(await shown(path)).not.toContain(words);
  });

  it('what is taken back is gone', async () => {
    const path = `/articles/${await idOf('articles', 'what-detox-involves')}`;
    await as('editor', 'PATCH', path, { _status: 'draft' });
    expect((await fetch(`${site.url}/articles/what-detox-involves`)).status).toBe(404);
    expect(await shown('/articles')).not.toContain('/articles/what-detox-involves"');
    await as('editor', 'PATCH', path, { _status: 'published' });
    expect((await fetch(`${site.url}/articles/what-detox-involves`)).status).toBe(200);
  });
});
