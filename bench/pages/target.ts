/** A page on a running server. */
export interface PageTarget {
  /** Identifies the target in the goals. */
  id: PageTargetId;
  name: string;
  url: string;
  /** Ids of the processes that serve it. Their child processes are measured with them. */
  pids(): Promise<number[]>;
  stop(): Promise<void>;
}

export type PageTargetId =
  | 'explainer'
  | 'bare'
  | 'rendered'
  | 'same text'
  | 'wordpress'
  | 'template'
  | 'template rendered';
