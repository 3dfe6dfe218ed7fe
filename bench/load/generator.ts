/** Clients that ask for one page, as browsers do: connections stay open, answers are compressed. */
export interface Load {
  url: string;
  connections: number;
  seconds: number;
  /** How many ask in a second, all together; each as soon as it is answered, where nothing is said. */
  perSecond?: number;
}

/** Times in milliseconds. */
export interface Answered {
  answers: number;
  perSecond: number;
  p50: number;
  p99: number;
  failures: number;
}

export interface Generator {
  name: string;
  load(load: Load): Promise<Answered>;
}
