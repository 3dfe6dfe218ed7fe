import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { axeProblems } from '#tests/helpers/axe.ts';
import { renderPage } from '#tests/helpers/render-page.tsx';
import { siteLayout } from '#tests/helpers/site-layout.ts';
import { Layout } from './layout.tsx';
import { UNAVAILABLE_TITLE, UNSENT_TITLE, UnavailableNotice } from './unavailable.tsx';
import { UnsentFormPage } from './unsent-form.tsx';

const head = { description: '', noIndex: true };

const PAGES = {
  '/unavailable': renderPage(
    <Layout
      siteLayout={siteLayout}
      head={{ ...head, title: UNAVAILABLE_TITLE, path: '/unavailable' }}
    >
      <UnavailableNotice path="/unavailable" phoneLine={siteLayout.phoneLine} />
    </Layout>,
  ),
  '/unsent': renderPage(
    <Layout siteLayout={siteLayout} head={{ ...head, title: UNSENT_TITLE, path: '/unsent' }}>
      <UnsentFormPage {...siteLayout} />
    </Layout>,
  ),
};

const mainOf = (path: keyof typeof PAGES) =>
  new JSDOM(PAGES[path]).window.document.querySelector('main');

const countIn = (path: keyof typeof PAGES, part: string) => PAGES[path].split(part).length - 1;

test('the page for an unavailable one has one link, which a cache can replace', () => {
  expect(countIn('/unavailable', 'href="/unavailable"')).toBe(1);
  expect(mainOf('/unavailable')?.querySelector('a[href="/unavailable"]')?.textContent).toBe(
    'Try again',
  );
});

test('the page for an unsent form has one input for the posted fields, in a form that sends them again', () => {
  expect(countIn('/unsent', '<input type="hidden" name="kept"/>')).toBe(1);
  expect(countIn('/unsent', 'action="/unsent"')).toBe(1);
  const form = mainOf('/unsent')?.querySelector('form');
  expect(form?.getAttribute('method')).toBe('post');
  expect(form?.hasAttribute('novalidate')).toBe(true);
  expect(form?.querySelector('input')?.getAttribute('name')).toBe('kept');
  expect(form?.querySelector('button')?.textContent).toBe('Send it again');
});

test('shows the crisis lines before the unsent form', () => {
  const beforeButton = mainOf('/unsent')?.innerHTML.split('name="kept"')[0];
  for (const { tel } of siteLayout.crisisLines) expect(beforeButton).toContain(`href="tel:${tel}"`);
});

test.each(['/unavailable', '/unsent'] as const)(
  '%s says what to do, shows the phone line, and has no accessibility problems',
  async (path) => {
    const main = mainOf(path);
    expect(main?.querySelectorAll('h1')).toHaveLength(1);
    expect(main?.textContent).toContain('Wait a minute, then');
    expect(main?.textContent).toContain('call us at (212) 555-0142');
    expect(await axeProblems(PAGES[path])).toEqual([]);
  },
);
