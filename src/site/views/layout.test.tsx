import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import type { PageHead, SiteLayout } from '#domain/site-layout.ts';
import { axeProblems } from '#tests/helpers/axe.ts';
import { renderPage } from '#tests/helpers/render-page.tsx';
import { siteLayout } from '#tests/helpers/site-layout.ts';
import { Layout, PlainLayout } from './layout.tsx';

const head = { title: 'Articles', description: 'All of them.', path: '/articles?page=2' };

const page = (overrides: Partial<PageHead> = {}, layout = siteLayout) =>
  renderPage(
    <Layout siteLayout={layout} head={{ ...head, ...overrides }}>
      <h1>Articles</h1>
    </Layout>,
  );

const documentOf = (html: string) => new JSDOM(html).window.document;

describe('the head', () => {
  test('has the title of page and site, the description and the canonical URL', () => {
    const document = documentOf(page());
    expect(document.title).toBe('Articles · Riverside');
    const canonical = document.querySelector('link[rel=canonical]');
    expect(canonical?.getAttribute('href')).toBe('https://riverside.example/articles?page=2');
    const description = document.querySelector('meta[name=description]');
    expect(description?.getAttribute('content')).toBe('All of them.');
    expect(document.querySelector('meta[name=robots]')).toBeNull();
    expect(document.querySelectorAll('meta[name=theme-color]')).toHaveLength(2);
  });

  test('links to the page in each language, and to the default one', () => {
    const links = documentOf(page()).querySelectorAll('link[rel=alternate][hreflang]');
    const alternates = [...links].map((link) => [
      link.getAttribute('hreflang'),
      link.getAttribute('href'),
    ]);
    expect(alternates).toEqual([
      ['en', 'https://riverside.example/articles?page=2'],
      ['x-default', 'https://riverside.example/articles?page=2'],
    ]);
    expect(documentOf(page({ noIndex: true })).querySelector('[hreflang]')).toBeNull();
  });

  test('has a neutral title and icon if the publisher wants them, but shares the real title', () => {
    const icon = (document: Document) => document.querySelector('link[rel=icon]');
    expect(icon(documentOf(page()))?.getAttribute('href')).toBe('/favicon.svg');
    const document = documentOf(page({}, { ...siteLayout, neutralTitle: 'Notes' }));
    expect(document.title).toBe('Notes');
    expect(icon(document)?.getAttribute('href')).toBe('/plain.svg');
    const shared = document.querySelector('meta[property="og:title"]');
    expect(shared?.getAttribute('content')).toBe('Articles');
  });

  test('names the social image of the page, or that of the site', () => {
    const openGraphOf = (overrides: Partial<PageHead>) =>
      Object.fromEntries(
        ['og:image', 'og:image:alt', 'og:type'].map((name) => [
          name,
          documentOf(page(overrides))
            .querySelector(`meta[property="${name}"]`)
            ?.getAttribute('content'),
        ]),
      );
    const ofSite = {
      'og:image': 'https://riverside.example/card.png',
      'og:image:alt': 'Riverside',
      'og:type': 'website',
    };
    expect(openGraphOf({})).toEqual(ofSite);
    const socialCard = '/articles/a/card.png';
    expect(openGraphOf({ socialCard })).toEqual({
      'og:image': `https://riverside.example${socialCard}`,
      'og:image:alt': 'Articles',
      'og:type': 'article',
    });
    // A draft has no card yet.
    expect(openGraphOf({ socialCard, noIndex: true })).toMatchObject({
      'og:image': ofSite['og:image'],
    });
  });

  test('keeps a page out of search engines', () => {
    const document = documentOf(page({ noIndex: true }));
    expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    expect(document.querySelector('link[rel=canonical]')).toBeNull();
  });
});

describe('the layout', () => {
  test('shows the crisis lines first, after the skip link, as links to call', () => {
    const document = documentOf(page());
    const hrefs = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(hrefs.slice(0, 4)).toEqual(['#main', 'tel:911', 'tel:988', 'sms:988']);
    const calls = [...document.querySelectorAll('aside a[href^="tel:"]')];
    expect(calls.map(({ textContent }) => textContent)).toEqual([
      'Call 911 Emergency',
      'Call 988 Crisis line',
      'Call 1-800-662-4357 Treatment helpline',
    ]);
  });

  test('shows the full name of a crisis line without a short one, with its number once', () => {
    const crisisLines = CRISIS_LINES.map((line) => ({ ...line, shortName: undefined }));
    const strip = documentOf(page({}, { ...siteLayout, crisisLines })).querySelector('aside');
    expect(strip?.textContent).toContain('Call 988 Suicide & Crisis Lifeline');
  });

  test('renders the quick exit as a plain link that sends no referrer', () => {
    const exit = documentOf(page()).querySelector('a[data-quick-exit]');
    expect(exit?.getAttribute('href')).toBe(siteLayout.quickExit.href);
    expect(exit?.getAttribute('data-quick-exit')).toBe(siteLayout.quickExit.title);
    expect(exit?.getAttribute('rel')).toBe('noreferrer');
  });

  test('leaves the quick exit out where an editor has removed it', () => {
    expect(
      documentOf(page({ withoutQuickExit: true })).querySelector('[data-quick-exit]'),
    ).toBeNull();
    expect(
      documentOf(page({ withoutQuickExit: false })).querySelector('[data-quick-exit]'),
    ).not.toBeNull();
  });

  test('links to the guide of the quick exit where there is one, and marks the link on that page', () => {
    const guided: SiteLayout = {
      ...siteLayout,
      quickExit: { ...siteLayout.quickExit, guide: '/tracks' },
    };
    const guide = (overrides: Partial<PageHead>, layout = guided) =>
      documentOf(page(overrides, layout)).querySelector('header a[href="/tracks"]');
    expect(guide({})?.textContent).toBe('Cover your tracks');
    expect(guide({})?.getAttribute('aria-current')).toBeNull();
    expect(guide({ path: '/tracks' })?.getAttribute('aria-current')).toBe('page');
    expect(guide({ withoutQuickExit: true })).toBeNull();
    expect(guide({}, siteLayout)).toBeNull();
  });

  test.each([
    ['/articles', 'page'],
    ['/articles?page=2', 'page'],
    ['/articles/what-detox-involves', 'true'],
    ['/about', null],
  ])('at %s, the link to the articles has aria-current %s', (path, ariaCurrent) => {
    const link = documentOf(page({ path })).querySelector('nav a[href="/articles"]');
    expect(link?.getAttribute('aria-current')).toBe(ariaCurrent);
  });

  test('shows a notice only if there is one', () => {
    expect(page()).toContain('This is a demonstration.');
    expect(page({}, { ...siteLayout, notice: undefined })).not.toContain('demonstration');
  });

  test('says in the footer where to report a problem with the site, and when we answer', () => {
    const footerOf = (problemReports: SiteLayout['problemReports']) =>
      documentOf(page({}, { ...siteLayout, problemReports })).querySelector('footer');
    const footer = footerOf({ email: 'site+help@riverside.example', answerDays: 3 });
    const link = footer?.querySelector('a[href^="mailto:"]');
    expect(link?.getAttribute('href')).toBe('mailto:site%2Bhelp@riverside.example');
    expect(link?.textContent).toBe('site+help@riverside.example');
    expect(footer?.textContent).toContain('We answer within 3 working days.');
    const email = 'site@riverside.example';
    expect(footerOf({ email, answerDays: 1 })?.textContent).toContain('within one working day.');
    expect(footerOf({ email })?.textContent).not.toContain('We answer');
    expect(footerOf(undefined)?.textContent).not.toContain('A problem with this site');
  });

  test('has no inline scripts or styles', () => {
    expect(page()).not.toMatch(/<script|<style| style=| on[a-z]+=/);
  });

  test('has no accessibility problems', async () => {
    expect(await axeProblems(page())).toEqual([]);
  });
});

test('shows the national crisis lines without a database', async () => {
  const html = renderPage(
    <PlainLayout head={{ title: 'Not right now', path: '/' }}>
      <h1>Not right now</h1>
    </PlainLayout>,
  );
  const document = documentOf(html);
  expect(document.title).toBe('Not right now');
  expect(document.querySelectorAll('aside a[href^="tel:"]')).toHaveLength(3);
  expect(document.querySelector('meta[name=robots]')).not.toBeNull();
  expect(await axeProblems(html)).toEqual([]);
});
