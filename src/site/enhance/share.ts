/** Lets the reader share the page by the device's own sheet: its plain address, nothing else. */
export function offerShare(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-share]');
  const url = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  if (!button || !url || !navigator.share) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    // Who closes the sheet has changed their mind: that is no failure.
    navigator.share({ url }).catch(() => undefined);
  });
}
