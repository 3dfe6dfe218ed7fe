import type { Entry } from './entry.ts';
import { type Coding, codingsFor, type Form, formOf, isCompressible } from './form.ts';
import type { Purges } from './purges.ts';

/**
 * Brotli takes fifty times as long as gzip, and whoever takes it gets something else until it is there: one
 * body at a time, so that the other threads are there for what visitors wait for. So many more wait for their turn; what
 * is asked for again when there is room gets it then.
 */
const MOST_WAITING = 16;
let waiting = 0;
let before: Promise<unknown> = Promise.resolve();

/** A kept answer in memory, with the codings in which it was asked for. */
export class Held {
  readonly entry: Entry;
  /** When the disk heard last that it is used. */
  heardAt = 0;
  readonly #forms = new Map<Coding, Form>();
  readonly #making = new Map<Coding, Promise<Form>>();
  readonly #isCompressible: boolean;
  readonly #grown: () => void;
  #isWaiting = false;
  /** After which purge it was found to be untouched. */
  #untouchedAt = -1;

  /** @param grown called when it takes more memory than before */
  constructor(entry: Entry, grown: () => void = () => {}) {
    this.entry = entry;
    this.#isCompressible = isCompressible(entry);
    this.#grown = grown;
    // A style or a script is asked for right after the page that needs it.
    if (entry.immutable && this.#isCompressible) this.#makeBrotli();
  }

  /** How much memory its bodies take. */
  get bytes(): number {
    let bytes = this.entry.body.length;
    for (const [coding, { body }] of this.#forms) {
      if (coding !== 'identity') bytes += body.length;
    }
    return bytes;
  }

  /** True if nothing that it was made of was purged since. */
  isUntouched(purges: Purges): boolean {
    const count = purges.count();
    if (this.#untouchedAt === count) return true;
    if (purges.isGone(this.entry) || purges.staleSince(this.entry) !== undefined) return false;
    this.#untouchedAt = count;
    return true;
  }

  /** The form to answer with, at once if it is there. */
  formFor(acceptEncoding: string | undefined): Form | Promise<Form> {
    const [best, next] = codingsFor(this.#isCompressible ? acceptEncoding : undefined);
    const form = this.#forms.get(best);
    if (form) return form;
    if (best !== 'br' || !next) return this.#make(best);
    this.#makeBrotli();
    return this.#forms.get(next) ?? this.#make(next);
  }

  #makeBrotli(): void {
    if (this.#isWaiting || waiting >= MOST_WAITING) return;
    this.#isWaiting = true;
    waiting += 1;
    before = before
      .then(() => this.#make('br'))
      .catch(() => {})
      .finally(() => {
        this.#isWaiting = false;
        waiting -= 1;
      });
  }

  #make(coding: Coding): Promise<Form> {
    const making =
      this.#making.get(coding) ??
      formOf(this.entry, coding).then((form) => {
        this.#forms.set(coding, form);
        this.#making.delete(coding);
        this.#grown();
        return form;
      });
    this.#making.set(coding, making);
    return making;
  }
}
