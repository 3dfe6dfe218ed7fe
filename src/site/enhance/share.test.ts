// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, expect, test, vi } from 'vitest';
import { ShareButton } from '#site/views/share-button.tsx';
import { offerShare } from './share.ts';

const URL = 'https://example.org/articles/a';

function renderPage(): HTMLButtonElement {
  document.head.innerHTML = `<link rel="canonical" href="${URL}">`;
  document.body.innerHTML = renderToStaticMarkup(ShareButton());
  offerShare();
  const button = document.querySelector('button');
  if (!button) throw new Error('There is no button.');
  return button;
}

beforeEach(() => {
  Object.assign(navigator, { share: undefined });
});

test('keeps the button hidden if the device has no share sheet', () => {
  expect(renderPage().hidden).toBe(true);
});

test('shares the canonical URL, and ignores that the visitor closes the sheet', async () => {
  const share = vi.fn(async () => {
    throw new DOMException('The person closed the sheet.', 'AbortError');
  });
  Object.assign(navigator, { share });
  const button = renderPage();
  expect(button.hidden).toBe(false);
  button.click();
  expect(share).toHaveBeenCalledExactlyOnceWith({ url: URL });
  await expect(share.mock.results[0]?.value).rejects.toThrow('closed the sheet');
});
