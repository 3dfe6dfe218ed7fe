/** A load of GET requests for one page, with persistent connections and compressed responses, as browsers have. */
export interface LoadOptions {
  url: string;
  connections: number;
  seconds: number;
  /** Requests per second over all connections. By default, each connection sends its next request at once. */
  perSecond?: number;
}

/** Latencies in milliseconds. */
export interface LoadResult {
  responses: number;
  perSecond: number;
  p50: number;
  p99: number;
  failures: number;
}

export interface LoadGenerator {
  name: string;
  run(load: LoadOptions): Promise<LoadResult>;
}
