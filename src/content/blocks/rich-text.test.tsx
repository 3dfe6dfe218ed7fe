import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { LexicalNode } from '#domain/lexical.ts';
import { axeProblems } from '#tests/helpers/axe.ts';
import { fixtures as callouts } from './callout/fixtures.ts';
import { RichText } from './rich-text.tsx';
import {
  bold,
  cite,
  heading,
  italic,
  item,
  link,
  list,
  p,
  richText,
} from './rich-text-fixtures.ts';
import { fixtures as sources } from './sources/fixtures.ts';

const block = (fields: object): LexicalNode => ({ type: 'block', fields: { ...fields } });

/** Renders nodes and removes the classes: the tests check semantics, not looks. */
const render = (...nodes: LexicalNode[]) =>
  renderToStaticMarkup(<RichText body={richText(...nodes)} />)
    .replaceAll(/ class="[^"]*"/g, '')
    .replace(/^<div>(.*)<\/div>$/s, '$1');

test('headings have the ids that the table of contents links to', () => {
  expect(
    render(heading('h2', 'Whom it suits', 'whom-it-suits'), heading('h3', 'At home', 'at-home')),
  ).toBe('<h2 id="whom-it-suits">Whom it suits</h2><h3 id="at-home">At home</h3>');
});

test('nests bold and italic', () => {
  const both: LexicalNode = { type: 'text', text: 'both', format: 3 };
  expect(render(p('plain ', bold('bold'), ' ', italic('italic'), ' ', both))).toBe(
    '<p>plain <strong>bold</strong> <em>italic</em> <strong><em>both</em></strong></p>',
  );
});

test('renders line breaks and drops empty paragraphs', () => {
  expect(render(p('one', { type: 'linebreak' }, 'two'), p())).toBe('<p>one<br/>two</p>');
});

test('a link without an address keeps its text', () => {
  expect(render(p(link('a page', '/about'), ' and ', link('a draft'), '.'))).toBe(
    '<p><a href="/about">a page</a> and a draft.</p>',
  );
});

test('an address typed into the text is linked', () => {
  const typed: LexicalNode = {
    ...link('www.example.org', 'https://www.example.org'),
    type: 'autolink',
  };
  expect(render(p('See ', typed, '.'))).toBe(
    '<p>See <a href="https://www.example.org">www.example.org</a>.</p>',
  );
});

test('nests a list in the item before it', () => {
  const inner = list('ol', item('first'), item('second'));
  expect(render(list('ul', item('outer'), item(inner), item('last')))).toBe(
    '<ul><li>outer<ol><li>first</li><li>second</li></ol></li><li>last</li></ul>',
  );
});

test('a numbered list can start at a later number', () => {
  expect(render({ ...list('ol', item('third')), start: 3 })).toBe(
    '<ol start="3"><li>third</li></ol>',
  );
});

test('escapes text that looks like HTML', () => {
  expect(render(p('<script>alert(1)</script> & more'))).toBe(
    '<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; more</p>',
  );
});

test('renders blocks and citations in place', () => {
  const html = render(p('A claim.', cite('samhsa-tip-47', 1)), block(callouts.note), p('After.'));
  expect(html).toMatch(/A claim\.<sup><a href="#source-1".*You can bring someone along.*After\./);
});

test('omits unknown blocks and nodes', () => {
  expect(render({ type: 'block', fields: { blockType: 'carousel' } })).toBe('<div></div>');
  expect(render({ type: 'horizontalrule' })).toBe('');
});

test('writes no inline styles', () => {
  const indented: LexicalNode = { ...p('Indented'), format: 'center' };
  expect(render(indented, block(callouts.safety))).not.toContain('style=');
});

test('axe finds nothing in a whole body', async () => {
  const html = render(
    heading('h2', 'Whom it suits', 'whom-it-suits'),
    p('A claim.', cite('samhsa-tip-47', 1), cite('surgeon-general-2016', 3)),
    block({ ...callouts.note }),
    list('ul', item('outer'), item(list('ul', item('inner')))),
    block(sources.three),
  );
  expect(await axeProblems(html)).toEqual([]);
});
