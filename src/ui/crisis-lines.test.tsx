import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import { axeProblems } from '#tests/helpers/axe.ts';
import { CrisisLines } from './crisis-lines.tsx';

const html = renderToStaticMarkup(<CrisisLines lines={CRISIS_LINES} />);

test('links every way to reach a line with tel:, sms: or https:', () => {
  const hrefs = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
  expect(hrefs).toEqual([
    'tel:911',
    'tel:988',
    'sms:988',
    'https://988lifeline.org/chat/',
    'tel:+18006624357',
    'tel:18004874889',
  ]);
});

test('shows when to call each line, unless it is brief', () => {
  const brief = renderToStaticMarkup(<CrisisLines lines={CRISIS_LINES} brief />);
  for (const { name, when } of CRISIS_LINES) {
    expect(html).toContain(when);
    expect(brief).not.toContain(when);
    expect(brief).toContain(name.replace('&', '&amp;'));
  }
});

test('has no axe violations', async () => {
  expect(await axeProblems(html)).toEqual([]);
});
