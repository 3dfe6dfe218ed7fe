import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { axeProblems } from '#tests/helpers/axe.ts';
import { Media } from './component.tsx';
import { fixtures } from './fixtures.ts';

const render = (name: keyof typeof fixtures) => renderToStaticMarkup(<Media {...fixtures[name]} />);

test('offers several sizes, reserves its space and loads lazily', () => {
  const html = render('caption and credit');
  expect(html).toContain('srcSet="/gallery/landscape.svg 480w, /gallery/landscape.svg 960w');
  expect(html).toMatch(/sizes="[^"]+92vw"/);
  expect(html).toContain('width="1600" height="900"');
  expect(html).toMatch(/loading="lazy" decoding="async".* src="/);
  expect(html).toContain('alt="A path leads over two hills toward a low sun."');
});

test('shows caption and credit below the picture if there are any', () => {
  expect(render('caption and credit')).toMatch(/<figcaption.*Not everyone.*Drawing: Throughcare/);
  expect(render('picture alone')).not.toContain('figcaption');
});

test('renders no caption without its picture', () => {
  expect(render('no picture any more')).toBe('');
});

test.each(Object.entries(fixtures))('axe finds nothing: %s', async (_, fixture) => {
  expect(await axeProblems(renderToStaticMarkup(<Media {...fixture} />))).toEqual([]);
});
