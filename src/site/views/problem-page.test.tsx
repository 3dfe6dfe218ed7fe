import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { axeProblems } from '#tests/helpers/axe.ts';
import { renderPage } from '#tests/helpers/render-page.tsx';
import { siteLayout } from '#tests/helpers/site-layout.ts';
import { type PageProblem, ProblemPage } from './problem-page.tsx';

const PROBLEMS: Record<string, PageProblem> = {
  missing: { problem: 'missing', siteLayout, path: '/nothing', typed: {} },
  'missing after a post': {
    problem: 'missing',
    siteLayout,
    path: '/requests/gone',
    typed: { name: 'Ana "<b>" Ruiz', message: 'One line\nand another', key: 'k1' },
  },
  'submission error': {
    problem: 'submission-error',
    path: '/requests/request-call',
    message: 'That is too much.',
  },
  'submission error, in the last known layout': {
    problem: 'submission-error',
    siteLayout,
    path: '/requests/request-call',
    message: 'That is too much.',
  },
  unavailable: { problem: 'unavailable', path: '/articles', typed: {} },
  'unavailable after a post': {
    problem: 'unavailable',
    siteLayout,
    path: '/requests/request-call',
    typed: { name: 'Ana "<b>" Ruiz', phone: '212 555 0123', key: 'k1' },
  },
};

const html = (name: string) => renderPage(<ProblemPage {...(PROBLEMS[name] as PageProblem)} />);
const documentOf = (name: string) => new JSDOM(html(name)).window.document;

test('a missing page offers search and the pathway', () => {
  const { title, body } = documentOf('missing');
  expect(title).toBe('Page not found · Riverside');
  expect(body.querySelector('h1')?.textContent).toBe('There is no page at this address');
  expect(body.querySelector('main form')?.getAttribute('action')).toBe('/search');
  expect(body.querySelector('main a[href="/stages"]')).not.toBeNull();
});

test('a form that is gone shows what the visitor typed, without hidden fields', () => {
  const { body } = documentOf('missing after a post');
  expect(body.querySelector('h1')?.textContent).toBe('This form is not here any more');
  const values = [...body.querySelectorAll('main dd')].map(({ textContent }) => textContent);
  expect(values).toEqual(['Ana "<b>" Ruiz', 'One line\nand another']);
});

test('a submission error shows its message and a link back', () => {
  const main = documentOf('submission error').querySelector('main');
  expect(main?.textContent).toContain('That is too much.');
  expect(main?.querySelector('a')?.getAttribute('href')).toBe('/requests/request-call');
});

test('an unavailable page keeps the posted form, ready to be sent again', () => {
  const { body } = documentOf('unavailable after a post');
  const form = body.querySelector('main form');
  expect(form?.getAttribute('action')).toBe('/requests/request-call');
  expect(form?.getAttribute('method')).toBe('post');
  const fieldValue = (name: string) =>
    form?.querySelector<HTMLInputElement>(`[name=${name}]`)?.getAttribute('value');
  expect([fieldValue('name'), fieldValue('phone'), fieldValue('key')]).toEqual([
    'Ana "<b>" Ruiz',
    '212 555 0123',
    'k1',
  ]);
  expect(body.querySelector('main')?.textContent).toContain('call us at (212) 555-0142');
});

test.each(Object.keys(PROBLEMS))(
  '%s: shows crisis lines, is not indexed, and has no accessibility problems',
  async (name) => {
    const document = documentOf(name);
    expect(document.querySelectorAll('aside a[href^="tel:"]')).toHaveLength(3);
    expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    expect(await axeProblems(html(name))).toEqual([]);
  },
);
