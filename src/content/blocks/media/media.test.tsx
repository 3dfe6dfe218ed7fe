import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { axeProblems } from '#tests/helpers/axe.ts';
import { Media } from './component.tsx';
import { fixtures } from './fixtures.ts';

const render = (name: keyof typeof fixtures) => renderToStaticMarkup(<Media {...fixtures[name]} />);

test('a browser can choose a size, keep the room free and wait until it is near', () => {
  const html = render('caption and credit');
  expect(html).toContain('srcSet="/gallery/landscape.svg 480w, /gallery/landscape.svg 960w');
  expect(html).toMatch(/sizes="[^"]+92vw"/);
  expect(html).toContain('width="1600" height="900"');
  expect(html).toMatch(/loading="lazy" decoding="async".* src="/);
  expect(html).toContain('alt="A path leads over two hills toward a low sun."');
});

test('caption and credit stand below it, where there are any', () => {
  expect(render('caption and credit')).toMatch(/<figcaption.*Not everyone.*Drawing: Throughcare/);
  expect(render('picture alone')).not.toContain('figcaption');
});

test('a caption without its picture is not shown', () => {
  expect(render('no picture any more')).toBe('');
});

test.each(Object.entries(fixtures))('axe finds nothing: %s', async (_, fixture) => {
  expect(await axeProblems(renderToStaticMarkup(<Media {...fixture} />))).toEqual([]);
});
