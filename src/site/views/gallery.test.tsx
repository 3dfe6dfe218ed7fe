import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { axeProblems } from '#tests/helpers/axe.ts';
import { GalleryPage } from './gallery.tsx';

const html = renderToStaticMarkup(<GalleryPage />);

test('nothing a page is made of writes a style or a script into it', () => {
  expect(html).not.toMatch(/ style=|<style|<script| on[a-z]+="/);
});

test('axe finds nothing in all of it as one page', async () => {
  const page = `<!doctype html><html lang="en"><title>Gallery</title><main>${html}</main></html>`;
  expect(await axeProblems(page)).toEqual([]);
}, 30_000);
