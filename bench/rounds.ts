/** What each round takes in turn, beginning with another one: what slows the machine down for a while slows all. */
export function inTurn<T>(all: readonly T[], round: number): T[] {
  const first = all.length === 0 ? 0 : round % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
}

export interface Plan {
  rounds: number;
  /** How long each is kept busy in a round. */
  seconds: number;
}
