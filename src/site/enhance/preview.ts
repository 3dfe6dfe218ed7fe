import { isDocumentEvent, ready } from '@payloadcms/live-preview';

const NOTHING_SENT = 'Nothing was sent: this is a preview.';
const SIGNED_OUT = 'Sign in again to see your changes here.';

/**
 * A draft in the admin's live preview. When the admin reports a save, the element fetches the page again and replaces
 * its own content; the scroll position stays.
 */
class LivePreview extends HTMLElement {
  #isLoading = false;
  #needsReload = false;
  #lastHtml = '';

  connectedCallback() {
    window.addEventListener('message', this.#onMessage);
    window.addEventListener('submit', this.#preventSubmit, { capture: true });
    this.addEventListener('click', this.#openInNewTab);
    ready({ serverURL: location.origin });
  }

  disconnectedCallback() {
    window.removeEventListener('message', this.#onMessage);
    window.removeEventListener('submit', this.#preventSubmit, { capture: true });
  }

  #onMessage = (event: MessageEvent) => {
    if (isDocumentEvent(event, location.origin)) void this.#refresh();
  };

  /** Loads the page, and once more if there was another save meanwhile. */
  async #refresh(): Promise<void> {
    if (this.#isLoading) {
      this.#needsReload = true;
      return;
    }
    this.#isLoading = true;
    do {
      this.#needsReload = false;
      await this.#load().catch(() => {});
    } while (this.#needsReload);
    this.#isLoading = false;
  }

  async #load(): Promise<void> {
    const response = await fetch(location.pathname, { cache: 'no-store' });
    if (!response.ok) return this.#showStatus(response.status === 404 ? SIGNED_OUT : '');
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = page.querySelector(this.localName);
    if (!fresh || fresh.innerHTML === this.#lastHtml) return;
    this.#lastHtml = fresh.innerHTML;
    const { scrollX, scrollY } = window;
    this.replaceChildren(...fresh.childNodes);
    window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
    document.title = page.title;
  }

  /** A submission that an editor tries out must not reach a coordinator. */
  #preventSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#showStatus(NOTHING_SENT);
  };

  /** Other pages of the site forbid to be framed. */
  #openInNewTab = ({ target }: MouseEvent) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link && window.parent !== window && link.pathname !== location.pathname)
      link.target = '_blank';
  };

  #showStatus(text: string): void {
    const status = this.querySelector('[data-said]');
    if (status) status.textContent = text;
  }
}

customElements.define('live-preview', LivePreview);
