import { writeFile } from 'node:fs/promises';
import { setPriority } from 'node:os';

/** As far behind as to wait for whoever wants the processor, and never so far as to get none of it. */
const NICE = 10;

/**
 * Lets a process wait for the processor behind those that answer readers. On Linux, sessions are weighed
 * against each other before processes are (sched(7), “The autogroup feature”), and each of ours is one.
 * A system that does not know that, or does not allow it, weighs them alike: nothing fails for it.
 * @param leader the first process of a session of its own
 */
export async function giveWay(leader: number): Promise<void> {
  try {
    setPriority(leader, NICE);
    await writeFile(`/proc/${leader}/autogroup`, String(NICE));
  } catch {
    // It is slower for some under load, no more.
  }
}
