/** A page on a server that runs. */
export interface Target {
  /** What the goals know it by. */
  id: TargetId;
  name: string;
  url: string;
  /** Processes that serve it; what they started is counted with them. */
  pids(): Promise<number[]>;
  stop(): Promise<void>;
}

export type TargetId =
  | 'explainer'
  | 'bare'
  | 'rendered'
  | 'same text'
  | 'wordpress'
  | 'template'
  | 'template rendered';
