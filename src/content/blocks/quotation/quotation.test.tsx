import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { axeProblems } from '#tests/helpers/axe.ts';
import { DISGUISED_URLS } from '#tests/helpers/hostile/addresses.ts';
import { Quotation } from './component.tsx';
import { fixtures } from './fixtures.ts';

const render = (name: keyof typeof fixtures) =>
  renderToStaticMarkup(<Quotation {...fixtures[name]} />);

test('marks up the quotation and links its source', () => {
  const html = render('source with an address');
  expect(html).toMatch(/<blockquote[^>]*cite="https:\/\/example.org\/conversation"/);
  expect(html).toMatch(/<blockquote.*<p>I came for three mornings.*<\/p><\/blockquote>/);
  expect(html).toMatch(/<figcaption[^>]*><a href="https:\/\/example.org\/conversation">A sample/);
});

test('a source without an address is plain text', () => {
  expect(render('source alone')).toMatch(/<figcaption[^>]*>Another sample voice<\/figcaption>/);
  expect(render('source alone')).not.toContain('cite=');
});

test.each(DISGUISED_URLS)('a stored address like %j is not linked', (url) => {
  const html = renderToStaticMarkup(<Quotation {...fixtures['source alone']} url={url} />);
  expect(html).not.toMatch(/href=|cite=/);
});

test.each(Object.entries(fixtures))('axe finds nothing: %s', async (_, fixture) => {
  expect(await axeProblems(renderToStaticMarkup(<Quotation {...fixture} />))).toEqual([]);
});
