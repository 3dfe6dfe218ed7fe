import { expect, it } from 'vitest';
import { body, callToAction, p, ref } from './compose.ts';
import { filledIn } from './fill-in.ts';

const ids = new Map([
  ['articles/some-article', 'id-of-article'],
  ['calls-to-action/request-call', 'id-of-call'],
]);

it('puts ids in the place of names, however deep', () => {
  const text = body(p('[words](article:some-article)'), callToAction('request-call', 'form'));
  expect(filledIn(text, { ids })).toMatchObject({
    root: {
      children: [
        { children: [{ fields: { doc: { relationTo: 'articles', value: 'id-of-article' } } }] },
        { fields: { callToAction: 'id-of-call', show: 'form' } },
      ],
    },
  });
});

it('gives links, blocks and citations an id of their own', () => {
  const text = body(p('[words](tel:911)[^some-source]'), callToAction('request-call', 'form'));
  const filled = JSON.stringify(filledIn(text, { ids }));
  expect(new Set(filled.match(/"id":"[0-9a-f]{24}"/g)).size).toBe(3);
});

it('names the document that is missing', () => {
  expect(() => filledIn([ref('pages', 'nowhere')], { ids })).toThrow('“nowhere” in pages');
});
