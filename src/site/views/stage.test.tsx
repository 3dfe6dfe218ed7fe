import { JSDOM } from 'jsdom';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { axeProblems } from '#tests/helpers/axe.ts';
import { pathway, stage } from './fixtures.ts';
import { StagePage } from './stage.tsx';
import { StagesPage } from './stages.tsx';

const documentOf = (html: string) => new JSDOM(html).window.document;

test('the way marks the present stage and leads to the others', () => {
  const document = documentOf(renderToStaticMarkup(<StagePage stage={stage} />));
  const items = [...document.querySelectorAll('nav ol > li')];
  expect(items.map((item) => item.getAttribute('aria-current'))).toEqual([null, 'step', null]);
  expect(document.body.textContent).toContain('Stage 2 of 3');
  expect(document.querySelector('a[rel=prev]')?.getAttribute('href')).toBe('/stages/call-for-help');
  expect(document.querySelector('a[rel=next]')?.getAttribute('href')).toBe(
    '/stages/living-in-the-community',
  );
});

test('the first stage has none before it, the last none after', () => {
  const html = renderToStaticMarkup(
    <StagePage stage={{ ...stage, previous: undefined, next: undefined }} />,
  );
  expect(html).not.toMatch(/rel="(prev|next)"/);
});

test('the whole way has every stage with what it is and how long it takes', () => {
  const html = renderToStaticMarkup(<StagesPage stations={pathway} />);
  const titles = [...documentOf(html).querySelectorAll('ol a')].map(
    ({ textContent }) => textContent,
  );
  expect(titles).toEqual(['Call for help', 'Supervised detox', 'Living in the community']);
  expect(html.match(/Usually takes/g)).toHaveLength(3);
});

test('axe finds nothing', async () => {
  for (const view of [
    <StagePage key="one" stage={stage} />,
    <StagesPage key="all" stations={pathway} />,
  ]) {
    expect(await axeProblems(renderToStaticMarkup(view))).toEqual([]);
  }
});
