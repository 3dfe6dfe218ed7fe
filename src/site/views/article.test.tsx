import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { axeProblems } from '#tests/helpers/axe.ts';
import { frame } from '#tests/helpers/frame.ts';
import { renderPage } from '#tests/helpers/render-page.tsx';
import { ArticlePage } from './article.tsx';
import { article } from './fixtures.ts';
import { Layout } from './layout.tsx';

const page = (given: Partial<typeof article> = {}) =>
  renderPage(
    <Layout frame={frame} head={{ title: article.title, description: article.summary, path: '/a' }}>
      <ArticlePage article={{ ...article, ...given }} />
    </Layout>,
  );

const mainOf = (html: string) => new JSDOM(html).window.document.querySelector('main');

test('title and summary come first, then who wrote it and when', () => {
  const words = mainOf(page())?.querySelector('header')?.textContent;
  expect(words).toBe(
    'Understanding an IOPWhat it is and whom it suits.By Sample Writer One, LCSWPublished November 24, 2026Last updated November 25, 20266 minutes to readShare this page',
  );
});

test('the contents lead to the parts, once from a list that opens and once from the rail', () => {
  const main = mainOf(page());
  const links = [...(main?.querySelectorAll('nav a') ?? [])].map((link) =>
    link.getAttribute('href'),
  );
  expect(links).toEqual(
    [...Array(2)].flatMap(() => ['#one', '#two', '#three', '#four', '#sources']),
  );
  for (const href of new Set(links)) expect(main?.querySelector(String(href))).not.toBeNull();
});

test('a text of three parts needs no contents', () => {
  expect(mainOf(page({ sections: article.sections.slice(2) }))?.querySelector('nav')).toBeNull();
});

test('the bar waits, hidden, for the script; without an invitation there is none', () => {
  const bar = mainOf(page())?.querySelector('[data-bar]');
  expect(bar?.hasAttribute('hidden')).toBe(true);
  expect(bar?.querySelector('a')?.getAttribute('href')).toBe('/requests/request-call');
  expect(mainOf(page({ callToAction: undefined }))?.querySelector('[data-bar]')).toBeNull();
});

test('nobody is said to have reviewed it', () => {
  expect(page()).not.toMatch(/review/i);
});

test('nothing in it needs a script or a style in the page', () => {
  expect(page()).not.toMatch(/<script|<style| style=| on[a-z]+=/);
});

test('axe finds nothing', async () => {
  expect(await axeProblems(page())).toEqual([]);
});
