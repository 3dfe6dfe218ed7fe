import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { axeProblems } from '#tests/helpers/axe.ts';
import { RelatedArticles } from './component.tsx';
import { fixtures } from './fixtures.ts';

const html = renderToStaticMarkup(<RelatedArticles {...fixtures.three} />);

test('each article has its link, summary and stages', () => {
  const items = html.match(/<li.*?<\/li>/g) ?? [];
  expect(items).toHaveLength(3);
  expect(items[0]).toContain('href="/articles/residential-or-outpatient"');
  expect(items[0]).toContain('Therapy and residential care, Intensive outpatient program');
  expect(items[1]).toContain('Who sits there');
  expect(items[2]).not.toContain('aria-hidden');
});

test('renders no heading without articles', () => {
  expect(renderToStaticMarkup(<RelatedArticles {...fixtures.none} />)).toBe('');
});

test('axe finds nothing', async () => {
  expect(await axeProblems(html)).toEqual([]);
});
