// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { SchemeChoice } from '#site/views/scheme-choice.tsx';
import { offerSchemeChoice } from './scheme-choice.ts';
import { loadScheme } from './scheme-storage.ts';

const META_TAGS = ['light', 'dark'].map(
  (scheme) =>
    `<meta name="theme-color" data-scheme="${scheme}" media="(prefers-color-scheme: ${scheme})">`,
);

/** Renders a page and runs the script on it. */
function renderPage(): void {
  delete document.documentElement.dataset.scheme;
  document.head.innerHTML = META_TAGS.join('');
  document.body.innerHTML = renderToStaticMarkup(SchemeChoice());
  offerSchemeChoice();
}

const radio = (value: string): HTMLInputElement => {
  const input = document.querySelector<HTMLInputElement>(`input[value="${value}"]`);
  if (!input) throw new Error(`There is no radio button for “${value}”.`);
  return input;
};

const schemeOf = () => document.documentElement.dataset.scheme;

const themeColorMedia = () =>
  [...document.querySelectorAll('meta')].map((meta) => meta.getAttribute('media'));

const byDevice = ['(prefers-color-scheme: light)', '(prefers-color-scheme: dark)'];

beforeEach(() => localStorage.clear());

test('follows the device and stores nothing until the reader chooses', () => {
  renderPage();
  expect(radio('').checked).toBe(true);
  expect(schemeOf()).toBeUndefined();
  expect(themeColorMedia()).toEqual(byDevice);
  expect(localStorage).toHaveLength(0);
});

test('applies a choice at once, and on the next page', () => {
  renderPage();
  radio('dark').click();
  expect(schemeOf()).toBe('dark');
  expect(themeColorMedia()).toEqual(['not all', 'all']);
  renderPage();
  expect(radio('dark').checked).toBe(true);
  expect(themeColorMedia()).toEqual(['not all', 'all']);
});

test('applies a newer choice to a page from the back/forward cache', () => {
  renderPage();
  radio('dark').click();
  localStorage.setItem('scheme', 'light');
  window.dispatchEvent(new Event('pageshow'));
  expect([schemeOf(), radio('light').checked]).toEqual(['light', true]);
});

test('deletes the stored choice when the reader leaves it to the device again', () => {
  renderPage();
  radio('light').click();
  radio('').click();
  expect(schemeOf()).toBeUndefined();
  expect(themeColorMedia()).toEqual(byDevice);
  expect(localStorage).toHaveLength(0);
});

test('deletes the stored choice on a quick exit', async () => {
  // The quick exit sets module state: the other tests need a fresh module.
  vi.resetModules();
  onTestFinished(() => {
    vi.resetModules();
  });
  const { clearAllStorage } = await import('./typed-storage.ts');
  renderPage();
  radio('dark').click();
  clearAllStorage();
  expect(localStorage).toHaveLength(0);
});

test('ignores an unknown stored value', () => {
  localStorage.setItem('scheme', 'sepia');
  expect(loadScheme()).toBeUndefined();
});
