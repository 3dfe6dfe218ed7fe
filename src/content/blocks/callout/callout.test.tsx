import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { axeProblems } from '#tests/helpers/axe.ts';
import { Callout } from './component.tsx';
import { fixtures } from './fixtures.ts';

test('a safety callout names its tone in words and keeps links and citations', () => {
  const html = renderToStaticMarkup(<Callout {...fixtures.safety} />);
  expect(html).toContain('For your safety');
  expect(html).toContain('href="/articles/what-detox-involves"');
  expect(html).toContain('href="#source-2"');
  expect(html).not.toContain('tel:');
});

test('a crisis callout ends with the crisis lines', () => {
  const html = renderToStaticMarkup(<Callout {...fixtures.crisis} />);
  for (const href of ['tel:911', 'tel:988', 'sms:988', 'tel:+18006624357', 'tel:18004874889']) {
    expect(html).toContain(`href="${href}"`);
  }
});

test('the heading has the level that is passed in', () => {
  expect(renderToStaticMarkup(<Callout {...fixtures.note} />)).toMatch(/<h3[^>]*>You can bring/);
  expect(renderToStaticMarkup(<Callout {...fixtures.crisis} />)).toMatch(/<h2[^>]*>If it cannot/);
});

test.each(Object.entries(fixtures))('axe finds nothing: %s', async (_, fixture) => {
  expect(await axeProblems(renderToStaticMarkup(<Callout {...fixture} />))).toEqual([]);
});
