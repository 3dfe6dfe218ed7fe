import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { axeProblems } from '#tests/helpers/axe.ts';
import { Sources } from './component.tsx';
import { fixtures } from './fixtures.ts';

const html = renderToStaticMarkup(<Sources {...fixtures.three} />);
const items = html.match(/<li.*?<\/li>/g) ?? [];

test('each source has the id that citations lead to, and says what is known of it', () => {
  expect(items.map((item) => / id="([^"]+)"/.exec(item)?.[1])).toEqual([
    'source-1',
    'source-2',
    'source-3',
  ]);
  expect(items[1]).toContain('. Psychiatric Services, McCarty D. et al., 65(6):718–726, 2014.');
  expect(items[2]).toContain('. U.S. Surgeon General, 2016.');
  expect(items[1]).toContain('<a href="https://example.org/mccarty-2014">');
});

test('leads back to the text where the text cites it, and only there', () => {
  const back = items.map((item) => /href="#([^"]+)"/.exec(item)?.[1]);
  expect(back).toEqual(['cite-1', undefined, 'cite-3']);
});

test('without sources there is no heading either', () => {
  expect(renderToStaticMarkup(<Sources {...fixtures.none} />)).toBe('');
});

test('axe finds nothing', async () => {
  // The citations that the list leads back to stand in the text around it.
  const text = '<p><a href="#source-1" id="cite-1">1</a> <a href="#source-3" id="cite-3">3</a></p>';
  expect(await axeProblems(text + html)).toEqual([]);
});
