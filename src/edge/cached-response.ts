import type { CacheEntry } from './cache-entry.ts';
import {
  acceptedCodings,
  type ContentCoding,
  type EncodedResponse,
  encodeResponse,
  isCompressible,
} from './content-coding.ts';
import type { Purges } from './purges.ts';

/** Most bodies that wait for Brotli; another one is queued when it is requested again while there is room. */
const MAX_BROTLI_QUEUE = 16;
let brotliQueueLength = 0;
/**
 * Brotli takes fifty times as long as gzip, so visitors get gzip until it is ready. One body is encoded at a time, which
 * leaves the other threads to what visitors wait for.
 */
let brotliQueue: Promise<unknown> = Promise.resolve();

/** A cached response in memory, with the content codings that were requested so far. */
export class CachedResponse {
  readonly entry: CacheEntry;
  /** When its file was last touched, in milliseconds since 1970. */
  touchedAt = 0;
  readonly #encoded = new Map<ContentCoding, EncodedResponse>();
  readonly #encoding = new Map<ContentCoding, Promise<EncodedResponse>>();
  readonly #isCompressible: boolean;
  readonly #onGrowth: () => void;
  #isInBrotliQueue = false;
  /** The generation of `Purges` at which it was last found unpurged. */
  #unpurgedAt = -1;

  /** @param onGrowth called when its `bytes` have increased */
  constructor(entry: CacheEntry, onGrowth: () => void = () => {}) {
    this.entry = entry;
    this.#isCompressible = isCompressible(entry);
    this.#onGrowth = onGrowth;
    // Browsers request a style sheet or script right after its page.
    if (entry.immutable && this.#isCompressible) this.#queueBrotli();
  }

  /** The memory that its bodies take, in all codings. */
  get bytes(): number {
    let bytes = this.entry.body.length;
    for (const [coding, { body }] of this.#encoded) {
      if (coding !== 'identity') bytes += body.length;
    }
    return bytes;
  }

  /** True if none of its tags was purged since it was requested from the origin. Memoized until the next purge. */
  isUnpurged(purges: Purges): boolean {
    const generation = purges.generation();
    if (this.#unpurgedAt === generation) return true;
    if (purges.isGone(this.entry) || purges.staleSince(this.entry) !== undefined) return false;
    this.#unpurgedAt = generation;
    return true;
  }

  /** Returns the best encoding that is ready, synchronously, or a promise of one. */
  encodingFor(acceptEncoding: string | undefined): EncodedResponse | Promise<EncodedResponse> {
    const [best, secondBest] = acceptedCodings(this.#isCompressible ? acceptEncoding : undefined);
    const encoded = this.#encoded.get(best);
    if (encoded) return encoded;
    if (best !== 'br' || !secondBest) return this.#encode(best);
    this.#queueBrotli();
    return this.#encoded.get(secondBest) ?? this.#encode(secondBest);
  }

  #queueBrotli(): void {
    if (this.#isInBrotliQueue || brotliQueueLength >= MAX_BROTLI_QUEUE) return;
    this.#isInBrotliQueue = true;
    brotliQueueLength += 1;
    brotliQueue = brotliQueue
      .then(() => this.#encode('br'))
      .catch(() => {})
      .finally(() => {
        this.#isInBrotliQueue = false;
        brotliQueueLength -= 1;
      });
  }

  #encode(coding: ContentCoding): Promise<EncodedResponse> {
    const encoding =
      this.#encoding.get(coding) ??
      encodeResponse(this.entry, coding)
        .then((encoded) => {
          this.#encoded.set(coding, encoded);
          this.#onGrowth();
          return encoded;
        })
        // After a failure, the next request tries again.
        .finally(() => this.#encoding.delete(coding));
    this.#encoding.set(coding, encoding);
    return encoding;
  }
}
