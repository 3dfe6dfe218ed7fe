import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { axeProblems } from '#tests/helpers/axe.ts';
import { Sources } from './component.tsx';
import { fixtures } from './fixtures.ts';

const html = renderToStaticMarkup(<Sources {...fixtures.three} />);
const items = html.match(/<li.*?<\/li>/g) ?? [];

test('each source has the id that citations link to, and all its details', () => {
  expect(items.map((item) => / id="([^"]+)"/.exec(item)?.[1])).toEqual([
    'source-1',
    'source-2',
    'source-3',
  ]);
  expect(items[1]).toContain('. Psychiatric Services, McCarty D. et al., 65(6):718–726, 2014.');
  expect(items[2]).toContain('. U.S. Surgeon General, 2016.');
  expect(items[1]).toContain('<a href="https://example.org/mccarty-2014">');
});

test('links back to the text only if the text cites the source', () => {
  const back = items.map((item) => /href="#([^"]+)"/.exec(item)?.[1]);
  expect(back).toEqual(['cite-1', undefined, 'cite-3']);
});

test('renders no heading without sources', () => {
  expect(renderToStaticMarkup(<Sources {...fixtures.none} />)).toBe('');
});

test('axe finds nothing', async () => {
  // The links back need their targets, or axe reports them.
  const text = '<p><a href="#source-1" id="cite-1">1</a> <a href="#source-3" id="cite-3">3</a></p>';
  expect(await axeProblems(text + html)).toEqual([]);
});
