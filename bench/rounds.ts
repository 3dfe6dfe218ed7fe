/** Returns all items, rotated by the number of the round, so that a slow phase of the machine affects all of them alike. */
export function rotate<T>(all: readonly T[], round: number): T[] {
  const first = all.length === 0 ? 0 : round % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
}

export interface Plan {
  rounds: number;
  /** Duration of one target's load in a round. */
  seconds: number;
}
