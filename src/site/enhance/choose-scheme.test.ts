// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { SchemeChoice } from '#site/views/scheme-choice.tsx';
import { chooseScheme } from './choose-scheme.ts';
import { keptScheme } from './kept-scheme.ts';

const COLORS = ['light', 'dark'].map(
  (scheme) =>
    `<meta name="theme-color" data-scheme="${scheme}" media="(prefers-color-scheme: ${scheme})">`,
);

/** A page as it comes, with the script run. */
function showPage(): void {
  delete document.documentElement.dataset.scheme;
  document.head.innerHTML = COLORS.join('');
  document.body.innerHTML = renderToStaticMarkup(SchemeChoice());
  chooseScheme();
}

const radio = (value: string): HTMLInputElement => {
  const found = document.querySelector<HTMLInputElement>(`input[value="${value}"]`);
  if (!found) throw new Error(`Nobody can choose “${value}”.`);
  return found;
};

const shown = () => document.documentElement.dataset.scheme;

const framed = () =>
  [...document.querySelectorAll('meta')].map((color) => color.getAttribute('media'));

const byDevice = ['(prefers-color-scheme: light)', '(prefers-color-scheme: dark)'];

beforeEach(() => localStorage.clear());

test('the device decides until the reader does, and nothing is kept', () => {
  showPage();
  expect(radio('').checked).toBe(true);
  expect(shown()).toBeUndefined();
  expect(framed()).toEqual(byDevice);
  expect(localStorage).toHaveLength(0);
});

test('what is chosen is seen at once, and on the next page', () => {
  showPage();
  radio('dark').click();
  expect(shown()).toBe('dark');
  expect(framed()).toEqual(['not all', 'all']);
  showPage();
  expect(radio('dark').checked).toBe(true);
  expect(framed()).toEqual(['not all', 'all']);
});

test('a page that is shown again as it was left knows what was chosen since', () => {
  showPage();
  radio('dark').click();
  localStorage.setItem('scheme', 'light');
  window.dispatchEvent(new Event('pageshow'));
  expect([shown(), radio('light').checked]).toEqual(['light', true]);
});

test('who leaves it to the device again leaves nothing behind', () => {
  showPage();
  radio('light').click();
  radio('').click();
  expect(shown()).toBeUndefined();
  expect(framed()).toEqual(byDevice);
  expect(localStorage).toHaveLength(0);
});

test('who leaves the site quickly leaves nothing behind either', async () => {
  // Its page is over with this: no other test may stand on it.
  vi.resetModules();
  onTestFinished(() => {
    vi.resetModules();
  });
  const { forgetAll } = await import('./kept.ts');
  showPage();
  radio('dark').click();
  forgetAll();
  expect(localStorage).toHaveLength(0);
});

test('what somebody else put there is not taken for a choice', () => {
  localStorage.setItem('scheme', 'sepia');
  expect(keptScheme()).toBeUndefined();
});
