import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { axeProblems } from '#tests/helpers/axe.ts';
import { TreatmentPathway } from './component.tsx';
import { fixtures } from './fixtures.ts';

const render = (name: keyof typeof fixtures) =>
  renderToStaticMarkup(<TreatmentPathway {...fixtures[name]} />);

const itemsOf = (html: string) => html.match(/<li.*?<\/li>/g) ?? [];

test('every stage is linked to its page, in order', () => {
  const hrefs = itemsOf(render('one stage marked')).map((item) => /href="([^"]+)"/.exec(item)?.[1]);
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
  const items = itemsOf(render(name));
  const present = items.flatMap((item, n) => (item.includes('aria-current="step"') ? n : []));
  expect(present).toEqual(marked);
  const inWords = items.flatMap((item, n) => (item.includes('You are reading about') ? n : []));
  expect(inWords).toEqual(marked);
});

test('without stages there is no heading either', () => {
  expect(render('no stage published')).toBe('');
});

test.each(Object.entries(fixtures))('axe finds nothing: %s', async (_, fixture) => {
  expect(await axeProblems(renderToStaticMarkup(<TreatmentPathway {...fixture} />))).toEqual([]);
});
