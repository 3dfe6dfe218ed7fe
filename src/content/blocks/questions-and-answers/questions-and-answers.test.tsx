import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { axeProblems } from '#tests/helpers/axe.ts';
import { QuestionsAndAnswers } from './component.tsx';
import { fixtures } from './fixtures.ts';

const html = renderToStaticMarkup(<QuestionsAndAnswers {...fixtures.several} />);

test('each question is a subheading followed by its visible answer', () => {
  const headings = [...html.matchAll(/<(h[23])[^>]*>([^<]+)/g)].map(([, tag, words]) => [
    tag,
    words,
  ]);
  expect(headings).toEqual([
    ['h2', 'Questions people ask before the first day'],
    ['h3', 'Can I keep my job?'],
    ['h3', 'How long does it last?'],
    ['h3', 'Can my family take part?'],
  ]);
  expect(html).toMatch(/How long does it last\?.*Your plan sets the pace\..*Can my family/);
  expect(html).not.toMatch(/<details|hidden/);
});

test('answers keep links, lists and citations', () => {
  expect(html).toContain('href="/articles/going-back-to-work"');
  expect(html).toContain('<li>Often some months.</li>');
  expect(html).toContain('href="#source-1"');
});

test.each(Object.entries(fixtures))('axe finds nothing: %s', async (_, fixture) => {
  expect(await axeProblems(renderToStaticMarkup(<QuestionsAndAnswers {...fixture} />))).toEqual([]);
});
