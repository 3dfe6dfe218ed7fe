const LOOK_EVERY_MS = 250;
const MEGABYTE = 1024 * 1024;

/**
 * Keeps this process to its memory. What it holds can be counted; what is waiting to be collected, and
 * what the system's allocator keeps in pieces, can only be seen: whenever it has come to more than before,
 * and more than it may have, there is less room for what is kept from then on.
 */
export function watchMemory(mostMb: number, makeLessRoom: () => void): void {
  let mostSeen = mostMb * MEGABYTE;
  setInterval(() => {
    const now = process.memoryUsage.rss();
    if (now <= mostSeen) return;
    mostSeen = now + MEGABYTE;
    makeLessRoom();
  }, LOOK_EVERY_MS).unref();
}
