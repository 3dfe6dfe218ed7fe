import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { axeProblems } from '#tests/helpers/axe.ts';
import { renderPage } from '#tests/helpers/render-page.tsx';
import { siteLayout } from '#tests/helpers/site-layout.ts';
import { ArticlePage } from './article.tsx';
import { article } from './fixtures.ts';
import { Layout } from './layout.tsx';

const page = (overrides: Partial<typeof article> = {}) =>
  renderPage(
    <Layout
      siteLayout={siteLayout}
      head={{ title: article.title, description: article.summary, path: '/a' }}
    >
      <ArticlePage article={{ ...article, ...overrides }} />
    </Layout>,
  );

const mainOf = (html: string) => new JSDOM(html).window.document.querySelector('main');

test('shows title and summary first, then authors and dates', () => {
  const header = mainOf(page())?.querySelector('header')?.textContent;
  expect(header).toBe(
    'Understanding an IOPWhat it is and whom it suits.By Sample Writer One, LCSWPublished November 24, 2026Last updated November 25, 20266 minutes to readShare this page',
  );
});

test('links to the sections from the folded table of contents and from the rail', () => {
  const main = mainOf(page());
  const links = [...(main?.querySelectorAll('nav a') ?? [])].map((link) =>
    link.getAttribute('href'),
  );
  expect(links).toEqual(
    [...Array(2)].flatMap(() => ['#one', '#two', '#three', '#four', '#sources']),
  );
  for (const href of new Set(links)) expect(main?.querySelector(String(href))).not.toBeNull();
});

test('has no table of contents for three sections', () => {
  expect(mainOf(page({ sections: article.sections.slice(2) }))?.querySelector('nav')).toBeNull();
});

test('renders the call-to-action bar hidden, and none without a call to action', () => {
  const bar = mainOf(page())?.querySelector('[data-bar]');
  expect(bar?.hasAttribute('hidden')).toBe(true);
  expect(bar?.querySelector('a')?.getAttribute('href')).toBe('/requests/request-call');
  expect(mainOf(page({ callToAction: undefined }))?.querySelector('[data-bar]')).toBeNull();
});

test('names no reviewer', () => {
  expect(page()).not.toMatch(/review/i);
});

test('has no inline scripts or styles', () => {
  expect(page()).not.toMatch(/<script|<style| style=| on[a-z]+=/);
});

test('has no accessibility problems', async () => {
  expect(await axeProblems(page())).toEqual([]);
});
