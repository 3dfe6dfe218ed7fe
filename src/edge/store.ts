import { LRUCache } from 'lru-cache';
import type { Disk } from './disk.ts';
import type { Entry } from './entry.ts';
import { Held } from './held.ts';
import type { Purges } from './purges.ts';

/** What is kept: in memory what is asked for, on disk all of it. */
export interface Store {
  /** What is in memory under this address, whether it holds or not. */
  inMemory(key: string): Held | undefined;
  /** The same, brought from the disk if it is only there. */
  find(key: string): Promise<Held | undefined>;
  has(key: string): boolean;
  keep(entry: Entry): Held;
  drop(key: string): void;
  /** Lets go of what must not be seen again, and on disk of what could not even stand in for a newer one. */
  sweep(): void;
  /** These never make room for others on disk. */
  spare(keys: readonly string[]): void;
  /** From now on it keeps less in memory. */
  makeLessRoom(): void;
}

/** An entry takes this much memory beside its bodies, about. */
const OVERHEAD_BYTES = 4096;
/** The disk hears this often, in milliseconds, that something is used: it is asked for far more often. */
const HEARD_MS = 300_000;
const LESS = 0.8;
/** Room for what everybody asks for is left in any case. */
const LEAST_BYTES = 8 * 1024 * 1024;

/** @param mostBytes how much memory the kept answers may take */
export function createStore(disk: Disk, purges: Purges, mostBytes: number): Store {
  const memory = new LRUCache<string, Held>({
    maxSize: mostBytes,
    sizeCalculation: ({ bytes }) => bytes + OVERHEAD_BYTES,
  });
  let room = mostBytes;
  const makeRoom = () => {
    while (memory.calculatedSize > room && memory.pop());
  };
  const hold = (entry: Entry): Held => {
    const held = new Held(entry, () => {
      // Its place in the order stays; what does not fit any more makes room.
      if (memory.peek(entry.key) === held) memory.set(entry.key, held);
      makeRoom();
    });
    memory.set(entry.key, held);
    makeRoom();
    return held;
  };
  const inMemory = (key: string): Held | undefined => {
    const held = memory.get(key);
    if (held && Date.now() - held.heardAt > HEARD_MS) {
      held.heardAt = Date.now();
      disk.use(key);
    }
    return held;
  };
  const drop = (key: string) => {
    memory.delete(key);
    disk.remove(key);
  };
  const unlessGone = (held: Held | undefined): Held | undefined => {
    if (!held || !purges.isGone(held.entry)) return held;
    drop(held.entry.key);
    return undefined;
  };
  return {
    inMemory,
    async find(key) {
      const held = inMemory(key);
      if (held) return unlessGone(held);
      const entry = await disk.read(key);
      // It can have been fetched while the disk was read.
      return unlessGone(memory.get(key) ?? (entry && hold(entry)));
    },
    has: (key) => memory.has(key) || disk.has(key),
    keep(entry) {
      disk.write(entry);
      return hold(entry);
    },
    drop,
    sweep() {
      const gone = [...memory.values()].filter(({ entry }) => purges.isGone(entry));
      for (const { entry } of gone) memory.delete(entry.key);
      disk.sweep();
    },
    spare: disk.spare,
    makeLessRoom() {
      room = Math.max(room * LESS, Math.min(mostBytes, LEAST_BYTES));
      makeRoom();
    },
  };
}
