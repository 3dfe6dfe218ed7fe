import { expect, test } from 'vitest';
import { titleInTab } from './page-title.ts';

const site = { siteName: 'Riverside' };
const quiet = { ...site, neutralTitle: 'Notes' };

test.each([
  ['Articles', site, 'Articles · Riverside'],
  ['Riverside', site, 'Riverside'],
  ['Page not found', { siteName: '' }, 'Page not found'],
  ['Error: Ask for a call', site, 'Error: Ask for a call · Riverside'],
  ['Articles', quiet, 'Notes'],
  ['Riverside', quiet, 'Notes'],
  ['Error: Ask for a call', quiet, 'Error: Notes'],
])('of “%s” with %o the tab says “%s”', (title, named, said) => {
  expect(titleInTab(title, named)).toBe(said);
});
