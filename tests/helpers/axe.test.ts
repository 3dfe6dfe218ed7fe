import { expect, test } from 'vitest';
import { axeProblems } from './axe.ts';

test('says what is wrong with a fragment, and where', async () => {
  expect(await axeProblems('<p>Fine</p><img src="/x.png">')).toEqual([
    'image-alt: Images must have alternative text (img)',
  ]);
});

test('asks of a whole page what a fragment need not have', async () => {
  const page = '<!doctype html><html><title>No language</title><main><h1>Hello</h1></main></html>';
  expect(await axeProblems(page)).toEqual([
    'html-has-lang: <html> element must have a lang attribute (html)',
  ]);
});
