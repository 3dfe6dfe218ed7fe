/** Shows the share button if the device has a share sheet. It shares the canonical URL and nothing else. */
export function offerShare(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-share]');
  const url = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  if (!button || !url || !navigator.share) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    // Closing the sheet rejects the promise: that is no failure.
    navigator.share({ url }).catch(() => undefined);
  });
}
