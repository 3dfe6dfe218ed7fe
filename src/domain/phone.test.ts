import { expect, it } from 'vitest';
import { CRISIS_LINES } from './crisis-lines.ts';
import { telHref } from './phone.ts';

it.each([
  ['(212) 555-0142', 'tel:+12125550142'],
  ['+49 30 901820', 'tel:+4930901820'],
  ['212 555 0142 ext. 7', 'tel:+12125550142;ext=7'],
  ['9-1-1', 'tel:911'],
])('dials %s by %s', (typed, href) => {
  expect(telHref(typed)).toBe(href);
});

it('dials the crisis lines as they are', () => {
  expect(CRISIS_LINES.map(({ tel }) => telHref(tel))).toEqual(
    CRISIS_LINES.map(({ tel }) => `tel:${tel}`),
  );
});
