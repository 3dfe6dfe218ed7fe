import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import type { PageHead, SiteLayout } from '#domain/site-layout.ts';
import { axeProblems } from '#tests/helpers/axe.ts';
import { frame } from '#tests/helpers/frame.ts';
import { renderPage } from '#tests/helpers/render-page.tsx';
import { Layout, PlainLayout } from './layout.tsx';

const head = { title: 'Articles', description: 'All of them.', path: '/articles?page=2' };

const page = (given: Partial<PageHead> = {}, surroundings = frame) =>
  renderPage(
    <Layout frame={surroundings} head={{ ...head, ...given }}>
      <h1>Articles</h1>
    </Layout>,
  );

const documentOf = (html: string) => new JSDOM(html).window.document;

describe('the head', () => {
  test('names the page, the site, and the one address of the page', () => {
    const document = documentOf(page());
    expect(document.title).toBe('Articles · Riverside');
    const canonical = document.querySelector('link[rel=canonical]');
    expect(canonical?.getAttribute('href')).toBe('https://riverside.example/articles?page=2');
    const description = document.querySelector('meta[name=description]');
    expect(description?.getAttribute('content')).toBe('All of them.');
    expect(document.querySelector('meta[name=robots]')).toBeNull();
    expect(document.querySelectorAll('meta[name=theme-color]')).toHaveLength(2);
  });

  test('says in which languages the page is there, and which one is for everybody else', () => {
    const others = documentOf(page()).querySelectorAll('link[rel=alternate][hreflang]');
    const said = [...others].map((link) => [
      link.getAttribute('hreflang'),
      link.getAttribute('href'),
    ]);
    expect(said).toEqual([
      ['en', 'https://riverside.example/articles?page=2'],
      ['x-default', 'https://riverside.example/articles?page=2'],
    ]);
    expect(documentOf(page({ noIndex: true })).querySelector('[hreflang]')).toBeNull();
  });

  test('a tab tells nothing of a page where the publisher wants it so; what is shared still does', () => {
    const icon = (document: Document) => document.querySelector('link[rel=icon]');
    expect(icon(documentOf(page()))?.getAttribute('href')).toBe('/favicon.svg');
    const document = documentOf(page({}, { ...frame, neutralTitle: 'Notes' }));
    expect(document.title).toBe('Notes');
    expect(icon(document)?.getAttribute('href')).toBe('/plain.svg');
    const shared = document.querySelector('meta[property="og:title"]');
    expect(shared?.getAttribute('content')).toBe('Articles');
  });

  test('names the picture that stands for it where it is shared', () => {
    const said = (given: Partial<PageHead>) =>
      Object.fromEntries(
        ['og:image', 'og:image:alt', 'og:type'].map((name) => [
          name,
          documentOf(page(given))
            .querySelector(`meta[property="${name}"]`)
            ?.getAttribute('content'),
        ]),
      );
    const ofSite = {
      'og:image': 'https://riverside.example/card.png',
      'og:image:alt': 'Riverside',
      'og:type': 'website',
    };
    expect(said({})).toEqual(ofSite);
    const card = '/articles/a/card.png';
    expect(said({ card })).toEqual({
      'og:image': `https://riverside.example${card}`,
      'og:image:alt': 'Articles',
      'og:type': 'article',
    });
    // A draft has no card yet.
    expect(said({ card, noIndex: true })).toMatchObject({ 'og:image': ofSite['og:image'] });
  });

  test('keeps a page out of search engines', () => {
    const document = documentOf(page({ noIndex: true }));
    expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    expect(document.querySelector('link[rel=canonical]')).toBeNull();
  });
});

describe('the surroundings', () => {
  test('crisis lines come before all else but the skip link, and can be dialed', () => {
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

  test('a crisis line without a short name has its whole one, but says its number once', () => {
    const crisisLines = CRISIS_LINES.map((line) => ({ ...line, shortName: undefined }));
    const words = documentOf(page({}, { ...frame, crisisLines })).querySelector(
      'aside',
    )?.textContent;
    expect(words).toContain('Call 988 Suicide & Crisis Lifeline');
  });

  test('the quick exit is an ordinary link off the site that tells it nothing', () => {
    const exit = documentOf(page()).querySelector('a[data-quick-exit]');
    expect(exit?.getAttribute('href')).toBe(frame.exit.href);
    expect(exit?.getAttribute('data-quick-exit')).toBe(frame.exit.title);
    expect(exit?.getAttribute('rel')).toBe('noreferrer');
  });

  test('a page has no quick exit once an editor has taken it away', () => {
    expect(documentOf(page({ withoutExit: true })).querySelector('[data-quick-exit]')).toBeNull();
    expect(
      documentOf(page({ withoutExit: false })).querySelector('[data-quick-exit]'),
    ).not.toBeNull();
  });

  test('a link to what leaving cannot hide stands where there is an exit, and is marked on its own page', () => {
    const guided: SiteLayout = { ...frame, exit: { ...frame.exit, guide: '/tracks' } };
    const guide = (given: Partial<PageHead>, surroundings = guided) =>
      documentOf(page(given, surroundings)).querySelector('header a[href="/tracks"]');
    expect(guide({})?.textContent).toBe('Cover your tracks');
    expect(guide({})?.getAttribute('aria-current')).toBeNull();
    expect(guide({ path: '/tracks' })?.getAttribute('aria-current')).toBe('page');
    expect(guide({ withoutExit: true })).toBeNull();
    expect(guide({}, frame)).toBeNull();
  });

  test.each([
    ['/articles', 'page'],
    ['/articles?page=2', 'page'],
    ['/articles/what-detox-involves', 'true'],
    ['/about', null],
  ])('at %s the link to the articles is marked: %s', (path, marked) => {
    const link = documentOf(page({ path })).querySelector('nav a[href="/articles"]');
    expect(link?.getAttribute('aria-current')).toBe(marked);
  });

  test('without a notice there is no strip for it', () => {
    expect(page()).toContain('This is a demonstration.');
    expect(page({}, { ...frame, notice: undefined })).not.toContain('demonstration');
  });

  test('the foot says where to tell of a problem, and when an answer comes', () => {
    const footOf = (problems: SiteLayout['problems']) =>
      documentOf(page({}, { ...frame, problems })).querySelector('footer');
    const whole = footOf({ email: 'site+help@riverside.example', answerDays: 3 });
    const link = whole?.querySelector('a[href^="mailto:"]');
    expect(link?.getAttribute('href')).toBe('mailto:site%2Bhelp@riverside.example');
    expect(link?.textContent).toBe('site+help@riverside.example');
    expect(whole?.textContent).toContain('We answer within 3 working days.');
    const email = 'site@riverside.example';
    expect(footOf({ email, answerDays: 1 })?.textContent).toContain('within one working day.');
    expect(footOf({ email })?.textContent).not.toContain('We answer');
    expect(footOf(undefined)?.textContent).not.toContain('A problem with this site');
  });

  test('nothing in it needs a script or a style in the page', () => {
    expect(page()).not.toMatch(/<script|<style| style=| on[a-z]+=/);
  });

  test('axe finds nothing', async () => {
    expect(await axeProblems(page())).toEqual([]);
  });
});

test('without a database the national crisis lines stand all the same', async () => {
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
