import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { axeProblems } from '#tests/helpers/axe.ts';
import { TreatmentPathway } from './component.tsx';
import { fixtures } from './fixtures.ts';

const render = (name: keyof typeof fixtures) =>
  renderToStaticMarkup(<TreatmentPathway {...fixtures[name]} />);

const listItems = (html: string) => html.match(/<li.*?<\/li>/g) ?? [];

test('links every stage to its page, in order', () => {
  const hrefs = listItems(render('one stage marked')).map(
    (item) => /href="([^"]+)"/.exec(item)?.[1],
  );
  expect(hrefs).toEqual([
    '/stages/call-for-help',
    '/stages/supervised-detox',
    '/stages/therapy-and-residential-care',
    '/stages/intensive-outpatient-program',
    '/stages/living-in-the-community',
  ]);
});

test.each([
  ['one stage marked', [3]],
  ['first and last stage marked', [0, 4]],
  ['no stage marked', []],
] as const)('%s', (name, marked) => {
  const items = listItems(render(name));
  const current = items.flatMap((item, n) => (item.includes('aria-current="step"') ? n : []));
  expect(current).toEqual(marked);
  const labeled = items.flatMap((item, n) => (item.includes('You are reading about') ? n : []));
  expect(labeled).toEqual(marked);
});

test('renders no heading without stages', () => {
  expect(render('no stage published')).toBe('');
});

test.each(Object.entries(fixtures))('axe finds nothing: %s', async (_, fixture) => {
  expect(await axeProblems(renderToStaticMarkup(<TreatmentPathway {...fixture} />))).toEqual([]);
});
