import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { axeProblems } from '#tests/helpers/axe.ts';
import { GalleryPage } from './gallery.tsx';

const html = renderToStaticMarkup(<GalleryPage />);

test('no component has inline styles or scripts', () => {
  expect(html).not.toMatch(/ style=|<style|<script| on[a-z]+="/);
});

test('all components on one page have no accessibility problems', async () => {
  const page = `<!doctype html><html lang="en"><title>Gallery</title><main>${html}</main></html>`;
  expect(await axeProblems(page)).toEqual([]);
}, 30_000);
