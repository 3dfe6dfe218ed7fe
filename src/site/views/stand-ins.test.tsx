import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { axeProblems } from '#tests/helpers/axe.ts';
import { frame } from '#tests/helpers/frame.ts';
import { renderPage } from '#tests/helpers/render-page.tsx';
import { Layout } from './layout.tsx';
import { NOT_SENT, NOT_SHOWN, NotShown } from './unavailable.tsx';
import { UnsentFormPage } from './unsent.tsx';

const head = { description: '', noIndex: true };

const PAGES = {
  '/unavailable': renderPage(
    <Layout frame={frame} head={{ ...head, title: NOT_SHOWN, path: '/unavailable' }}>
      <NotShown path="/unavailable" phoneLine={frame.phoneLine} />
    </Layout>,
  ),
  '/unsent': renderPage(
    <Layout frame={frame} head={{ ...head, title: NOT_SENT, path: '/unsent' }}>
      <UnsentFormPage {...frame} />
    </Layout>,
  ),
};

const mainOf = (path: keyof typeof PAGES) =>
  new JSDOM(PAGES[path]).window.document.querySelector('main');

const times = (path: keyof typeof PAGES, part: string) => PAGES[path].split(part).length - 1;

test('the page in place of another has one link to it', () => {
  expect(times('/unavailable', 'href="/unavailable"')).toBe(1);
  expect(mainOf('/unavailable')?.querySelector('a[href="/unavailable"]')?.textContent).toBe(
    'Try again',
  );
});

test('the page for a form has one place for what was posted, in a form that sends it again', () => {
  expect(times('/unsent', '<input type="hidden" name="kept"/>')).toBe(1);
  expect(times('/unsent', 'action="/unsent"')).toBe(1);
  const form = mainOf('/unsent')?.querySelector('form');
  expect(form?.getAttribute('method')).toBe('post');
  expect(form?.hasAttribute('novalidate')).toBe(true);
  expect(form?.querySelector('input')?.getAttribute('name')).toBe('kept');
  expect(form?.querySelector('button')?.textContent).toBe('Send it again');
});

test('the crisis lines come before what is sent again', () => {
  const beforeButton = mainOf('/unsent')?.innerHTML.split('name="kept"')[0];
  for (const { tel } of frame.crisisLines) expect(beforeButton).toContain(`href="tel:${tel}"`);
});

test.each(['/unavailable', '/unsent'] as const)(
  '%s says what to do, names the phone line, and axe finds nothing',
  async (path) => {
    const main = mainOf(path);
    expect(main?.querySelectorAll('h1')).toHaveLength(1);
    expect(main?.textContent).toContain('Wait a minute, then');
    expect(main?.textContent).toContain('call us at (212) 555-0142');
    expect(await axeProblems(PAGES[path])).toEqual([]);
  },
);
