import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { axeProblems } from '#tests/helpers/axe.ts';
import { frame } from '#tests/helpers/frame.ts';
import { renderPage } from '#tests/helpers/render-page.tsx';
import { type Problem, ProblemPage } from './problem-page.tsx';

const PROBLEMS: Record<string, Problem> = {
  missing: { problem: 'missing', frame, path: '/nothing', typed: {} },
  'missing after a request was sent': {
    problem: 'missing',
    frame,
    path: '/requests/gone',
    typed: { name: 'Ana "<b>" Ruiz', message: 'One line\nand another', key: 'k1' },
  },
  refused: { problem: 'refused', path: '/requests/request-call', message: 'That is too much.' },
  'refused, in the last known surroundings': {
    problem: 'refused',
    frame,
    path: '/requests/request-call',
    message: 'That is too much.',
  },
  unavailable: { problem: 'unavailable', path: '/articles', typed: {} },
  'unavailable after a request was sent': {
    problem: 'unavailable',
    frame,
    path: '/requests/request-call',
    typed: { name: 'Ana "<b>" Ruiz', phone: '212 555 0123', key: 'k1' },
  },
};

const html = (name: string) => renderPage(<ProblemPage {...(PROBLEMS[name] as Problem)} />);
const documentOf = (name: string) => new JSDOM(html(name)).window.document;

test('a missing page says so, and offers search and the way', () => {
  const { title, body } = documentOf('missing');
  expect(title).toBe('Page not found · Riverside');
  expect(body.querySelector('h1')?.textContent).toBe('There is no page at this address');
  expect(body.querySelector('main form')?.getAttribute('action')).toBe('/search');
  expect(body.querySelector('main a[href="/stages"]')).not.toBeNull();
});

test('what was typed into a form that is gone can still be read, and what nobody typed is not shown', () => {
  const { body } = documentOf('missing after a request was sent');
  expect(body.querySelector('h1')?.textContent).toBe('This form is not here any more');
  const values = [...body.querySelectorAll('main dd')].map(({ textContent }) => textContent);
  expect(values).toEqual(['Ana "<b>" Ruiz', 'One line\nand another']);
});

test('a refusal tells why, and leads back', () => {
  const main = documentOf('refused').querySelector('main');
  expect(main?.textContent).toContain('That is too much.');
  expect(main?.querySelector('a')?.getAttribute('href')).toBe('/requests/request-call');
});

test('what was typed is kept, as it was typed, and can be sent again', () => {
  const { body } = documentOf('unavailable after a request was sent');
  const form = body.querySelector('main form');
  expect(form?.getAttribute('action')).toBe('/requests/request-call');
  expect(form?.getAttribute('method')).toBe('post');
  const sent = (name: string) =>
    form?.querySelector<HTMLInputElement>(`[name=${name}]`)?.getAttribute('value');
  expect([sent('name'), sent('phone'), sent('key')]).toEqual([
    'Ana "<b>" Ruiz',
    '212 555 0123',
    'k1',
  ]);
  expect(body.querySelector('main')?.textContent).toContain('call us at (212) 555-0142');
});

test.each(Object.keys(PROBLEMS))(
  '%s: crisis lines, no search engines, nothing for axe',
  async (name) => {
    const document = documentOf(name);
    expect(document.querySelectorAll('aside a[href^="tel:"]')).toHaveLength(3);
    expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    expect(await axeProblems(html(name))).toEqual([]);
  },
);
