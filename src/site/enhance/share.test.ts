// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, expect, test, vi } from 'vitest';
import { ShareButton } from '#site/views/share-button.tsx';
import { offerShare } from './share.ts';

const URL = 'https://example.org/articles/a';

function showPage(): HTMLButtonElement {
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

test('where the device has no sheet of its own, there is no button', () => {
  expect(showPage().hidden).toBe(true);
});

test('hands the address of the page to the device, and takes no for an answer', async () => {
  const share = vi.fn(async () => {
    throw new DOMException('The person closed the sheet.', 'AbortError');
  });
  Object.assign(navigator, { share });
  const button = showPage();
  expect(button.hidden).toBe(false);
  button.click();
  expect(share).toHaveBeenCalledExactlyOnceWith({ url: URL });
  await expect(share.mock.results[0]?.value).rejects.toThrow('closed the sheet');
});
