import { expect, it } from 'vitest';
import { resolveRefs } from './resolve-refs.ts';
import { body, callToAction, p, ref } from './rich-text-markup.ts';

const ids = new Map([
  ['articles/some-article', 'id-of-article'],
  ['calls-to-action/request-call', 'id-of-call'],
]);

it('replaces references by ids at any depth', () => {
  const text = body(p('[words](article:some-article)'), callToAction('request-call', 'form'));
  expect(resolveRefs(text, { ids })).toMatchObject({
    root: {
      children: [
        { children: [{ fields: { doc: { relationTo: 'articles', value: 'id-of-article' } } }] },
        { fields: { callToAction: 'id-of-call', show: 'form' } },
      ],
    },
  });
});

it('gives each link, block and citation an id', () => {
  const text = body(p('[words](tel:911)[^some-source]'), callToAction('request-call', 'form'));
  const filled = JSON.stringify(resolveRefs(text, { ids }));
  expect(new Set(filled.match(/"id":"[0-9a-f]{24}"/g)).size).toBe(3);
});

it('names the missing document in its error', () => {
  expect(() => resolveRefs([ref('pages', 'nowhere')], { ids })).toThrow('“nowhere” in pages');
});
