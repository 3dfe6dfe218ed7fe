import { isDocumentEvent, ready } from '@payloadcms/live-preview';

const NOTHING_SENT = 'Nothing was sent: this is a preview.';
const SIGNED_OUT = 'Sign in again to see your changes here.';

/**
 * A draft beside the editor. When the admin says that it was saved, the page is asked for again and
 * its content takes the place of the old one; the reader stays where the reader was.
 */
class LivePreview extends HTMLElement {
  #loading = false;
  #again = false;
  #shown = '';

  connectedCallback() {
    window.addEventListener('message', this.#hear);
    window.addEventListener('submit', this.#sendNothing, { capture: true });
    this.addEventListener('click', this.#openBeside);
    ready({ serverURL: location.origin });
  }

  disconnectedCallback() {
    window.removeEventListener('message', this.#hear);
    window.removeEventListener('submit', this.#sendNothing, { capture: true });
  }

  #hear = (event: MessageEvent) => {
    if (isDocumentEvent(event, location.origin)) void this.#refresh();
  };

  /** A save that happens while the page loads is not lost: it is loaded once more. */
  async #refresh(): Promise<void> {
    if (this.#loading) {
      this.#again = true;
      return;
    }
    this.#loading = true;
    do {
      this.#again = false;
      await this.#load().catch(() => {});
    } while (this.#again);
    this.#loading = false;
  }

  async #load(): Promise<void> {
    const answer = await fetch(location.pathname, { cache: 'no-store' });
    if (!answer.ok) return this.#say(answer.status === 404 ? SIGNED_OUT : '');
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector(this.localName);
    if (!fresh || fresh.innerHTML === this.#shown) return;
    this.#shown = fresh.innerHTML;
    const { scrollX, scrollY } = window;
    this.replaceChildren(...fresh.childNodes);
    window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
    document.title = page.title;
  }

  /** A request that somebody tries out in a preview must not reach a coordinator. */
  #sendNothing = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#say(NOTHING_SENT);
  };

  /** Other pages of the site do not show in a frame. */
  #openBeside = ({ target }: MouseEvent) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link && window.parent !== window && link.pathname !== location.pathname)
      link.target = '_blank';
  };

  #say(words: string): void {
    const said = this.querySelector('[data-said]');
    if (said) said.textContent = words;
  }
}

customElements.define('live-preview', LivePreview);
