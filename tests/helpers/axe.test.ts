import { expect, test } from 'vitest';
import { axeProblems } from './axe.ts';

test('reports a problem of a fragment with its selector', async () => {
  expect(await axeProblems('<p>Fine</p><img src="/x.png">')).toEqual([
    'image-alt: Images must have alternative text (img)',
  ]);
});

test('checks the rules for whole pages only on a whole page', async () => {
  const page = '<!doctype html><html><title>No language</title><main><h1>Hello</h1></main></html>';
  expect(await axeProblems(page)).toEqual([
    'html-has-lang: <html> element must have a lang attribute (html)',
  ]);
});
