import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { CitationView } from '#content/blocks/block-view.ts';
import { axeProblems } from '#tests/helpers/axe.ts';
import { Citation } from './component.tsx';
import { fixtures } from './fixtures.ts';

function render(name: keyof typeof fixtures): string {
  const { number, first }: CitationView = fixtures[name];
  return renderToStaticMarkup(<Citation number={number} first={first} />);
}

test('links to its source with an accessible name', () => {
  expect(render('first')).toContain('href="#source-1"');
  expect(render('first')).toContain('aria-label="Source 1"');
});

test('only the first citation of a source has an id to link back to', () => {
  expect(render('first')).toContain('id="cite-1"');
  expect(render('again')).not.toContain('id=');
});

test('renders nothing for a source that is not in the list', () => {
  expect(render('source gone')).toBe('');
});

test('axe finds nothing', async () => {
  const text = `<p>A claim.${render('first')} Another.${render('again')}</p>`;
  expect(await axeProblems(`${text}<ol><li id="source-1">A source</li></ol>`)).toEqual([]);
});
