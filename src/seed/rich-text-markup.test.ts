import { expect, it } from 'vitest';
import {
  body,
  bullets,
  callout,
  callToAction,
  inline,
  p,
  ref,
  related,
  steps,
} from './rich-text-markup.ts';

it('keeps plain text as it is', () => {
  expect(inline('Two mugs, a kettle.')).toMatchObject([
    { type: 'text', text: 'Two mugs, a kettle.' },
  ]);
});

it('formats strong text and emphasis, and keeps the text around them', () => {
  expect(inline('Ask **today** or _soon_.').map(({ text, format }) => [text, format])).toEqual([
    ['Ask ', 0],
    ['today', 1],
    [' or ', 0],
    ['soon', 2],
    ['.', 0],
  ]);
});

it.each([
  ['article', 'articles'],
  ['page', 'pages'],
  ['stage', 'treatment-stages'],
] as const)('links to a document by %s', (scheme, collection) => {
  expect(inline(`[words](${scheme}:some-slug)`)).toMatchObject([
    {
      type: 'link',
      children: [{ text: 'words' }],
      fields: {
        linkType: 'internal',
        newTab: false,
        doc: { relationTo: collection, value: ref(collection, 'some-slug') },
      },
    },
  ]);
});

it.each(['https://example.org/a?b=c:d', 'tel:+18006624357', 'sms:988'])('links to %s', (url) => {
  expect(inline(`[words](${url})`)).toMatchObject([
    { type: 'link', fields: { linkType: 'custom', newTab: false, url } },
  ]);
});

it('puts a citation at its footnote mark', () => {
  expect(inline('It helps.[^samhsa-tip-47] Often.').map(({ type }) => type)).toEqual([
    'text',
    'inlineBlock',
    'text',
  ]);
  expect(inline('[^samhsa-tip-47]')).toMatchObject([
    { fields: { blockType: 'citation', key: 'samhsa-tip-47' } },
  ]);
});

it('keeps placeholders in square brackets as they are', () => {
  expect(inline('Write to [email address].')).toMatchObject([
    { text: 'Write to [email address].' },
  ]);
  expect(inline('Dated [date]. Read the [terms](page:terms).')).toMatchObject([
    { text: 'Dated [date]. Read the ' },
    { type: 'link', children: [{ text: 'terms' }] },
    { text: '.' },
  ]);
});

it('numbers the items of a list', () => {
  for (const [list, tag] of [
    [bullets('one', 'two'), 'ul'],
    [steps('one', 'two'), 'ol'],
  ] as const) {
    expect(list).toMatchObject({
      type: 'list',
      tag,
      children: [
        { type: 'listitem', value: 1 },
        { type: 'listitem', value: 2 },
      ],
    });
  }
});

it('creates blocks with rich text and references to documents', () => {
  expect(body(callout('safety', 'Careful', p('Ask first.'))).root.children).toMatchObject([
    {
      type: 'block',
      fields: { blockType: 'callout', tone: 'safety', body: { root: { type: 'root' } } },
    },
  ]);
  expect(callToAction('request-call', 'panel')).toMatchObject({
    fields: { callToAction: ref('calls-to-action', 'request-call'), show: 'panel' },
  });
  expect(related('Read on', 'a', 'b')).toMatchObject({
    fields: { articles: [ref('articles', 'a'), ref('articles', 'b')] },
  });
});
