import { JSDOM } from 'jsdom';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { axeProblems } from '#tests/helpers/axe.ts';
import { pathway, stage } from './fixtures.ts';
import { StagePage } from './stage.tsx';
import { StagesPage } from './stages.tsx';

const documentOf = (html: string) => new JSDOM(html).window.document;

test('marks the stage in the pathway, and links to the others', () => {
  const document = documentOf(renderToStaticMarkup(<StagePage stage={stage} />));
  const items = [...document.querySelectorAll('nav ol > li')];
  expect(items.map((item) => item.getAttribute('aria-current'))).toEqual([null, 'step', null]);
  expect(document.body.textContent).toContain('Stage 2 of 3');
  expect(document.querySelector('a[rel=prev]')?.getAttribute('href')).toBe('/stages/call-for-help');
  expect(document.querySelector('a[rel=next]')?.getAttribute('href')).toBe(
    '/stages/living-in-the-community',
  );
});

test('has no links to a previous or next stage if there is none', () => {
  const html = renderToStaticMarkup(
    <StagePage stage={{ ...stage, previous: undefined, next: undefined }} />,
  );
  expect(html).not.toMatch(/rel="(prev|next)"/);
});

test('lists every stage of the pathway with its duration', () => {
  const html = renderToStaticMarkup(<StagesPage pathway={pathway} />);
  const titles = [...documentOf(html).querySelectorAll('ol a')].map(
    ({ textContent }) => textContent,
  );
  expect(titles).toEqual(['Call for help', 'Supervised detox', 'Living in the community']);
  expect(html.match(/Usually takes/g)).toHaveLength(3);
});

test('has no accessibility problems', async () => {
  for (const view of [
    <StagePage key="one" stage={stage} />,
    <StagesPage key="all" pathway={pathway} />,
  ]) {
    expect(await axeProblems(renderToStaticMarkup(view))).toEqual([]);
  }
});
