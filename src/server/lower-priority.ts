import { writeFile } from 'node:fs/promises';
import { setPriority } from 'node:os';

/** Low enough to yield to the edge under load, and high enough never to starve. */
const NICE = 10;

/**
 * Lowers the CPU priority of a process and of its session, so that it yields to the edge. On Linux, the scheduler
 * weighs sessions before processes (sched(7), “The autogroup feature”), and each of our processes leads a session.
 * Where the system does not support or permit this, nothing changes and nothing fails.
 * @param leader process id of the session leader
 */
export async function lowerPriority(leader: number): Promise<void> {
  try {
    setPriority(leader, NICE);
    await writeFile(`/proc/${leader}/autogroup`, String(NICE));
  } catch {
    // All processes then share the CPU evenly under load.
  }
}
