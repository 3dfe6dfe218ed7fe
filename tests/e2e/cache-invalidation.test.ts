import { describe, expect, it } from 'vitest';
import { site } from '#tests/helpers/browser.ts';
import { restAs } from '#tests/helpers/rest-as-role.ts';
import type { Doc, FindResult } from '#tests/helpers/rest-result-types.ts';

const ARTICLE = '/articles/understanding-intensive-outpatient-treatment';

const fetchText = async (path: string): Promise<string> =>
  (await fetch(`${site.url}${path}`)).text();

const findId = async (collection: string, slug: string): Promise<string> => {
  const { docs } = await restAs<FindResult>(
    'editor',
    'GET',
    `/${collection}?where[slug][equals]=${slug}`,
  );
  return String(docs[0]?.id);
};

let count = 0;
const createUniqueText = () => {
  count += 1;
  return `Words changed ${count}`;
};

describe('shows a published change on the next request:', () => {
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
    const path = `/${collection}/${await findId(collection, slug)}`;
    const before = (await restAs<Doc>('editor', 'GET', path))[field];
    for (const page of paths)
      expect([page, await fetchText(page)]).toEqual([page, expect.stringContaining('</html>')]);
    const text = createUniqueText();
    const status = collection === 'topics' ? {} : { _status: 'published' };
    await restAs('editor', 'PATCH', path, { [field]: text, ...status });
    for (const page of paths) {
      expect([page, (await fetchText(page)).includes(text)]).toEqual([page, true]);
    }
    await restAs('editor', 'PATCH', path, { [field]: before, ...status });
    for (const page of paths) {
      expect([page, (await fetchText(page)).includes(text)]).toEqual([page, false]);
    }
  });

  it.each(['/', ARTICLE, '/requests/text-info', '/nothing'])(
    'the header and crisis lines of %s',
    async (path) => {
      const text = createUniqueText();
      const { links } = await restAs<{ links: object[] }>(
        'editor',
        'GET',
        '/globals/header?depth=0',
      );
      const [first, ...others] = links;
      await restAs('editor', 'POST', '/globals/header', {
        links: [{ ...first, label: text }, ...others],
      });
      const crisisLines = '/globals/crisis-resources';
      const { lines } = await restAs<{ lines: object[] }>('admin', 'GET', `${crisisLines}?depth=0`);
      const [line, ...more] = lines;
      await restAs('admin', 'POST', crisisLines, {
        lines: [{ ...line, name: `Line ${text}` }, ...more],
      });
      const html = await fetchText(path);
      expect(html).toContain(`>${text}<`);
      expect(html).toContain(`Line ${text}`);
      await restAs('editor', 'POST', '/globals/header', { links });
      await restAs('admin', 'POST', crisisLines, { lines });
      expect(await fetchText(path)).not.toContain(text);
    },
  );

  it('an unpublished article', async () => {
    const path = `/articles/${await findId('articles', 'what-detox-involves')}`;
    await restAs('editor', 'PATCH', path, { _status: 'draft' });
    expect((await fetch(`${site.url}/articles/what-detox-involves`)).status).toBe(404);
    expect(await fetchText('/articles')).not.toContain('/articles/what-detox-involves"');
    await restAs('editor', 'PATCH', path, { _status: 'published' });
    expect((await fetch(`${site.url}/articles/what-detox-involves`)).status).toBe(200);
  });
});
