const CHECK_INTERVAL_MS = 250;
const MEGABYTE = 1024 * 1024;

/**
 * Calls `shrink` whenever the process (its RSS) exceeds both the limit and its highest size so far. The cache
 * counts its own bytes; garbage and the fragmentation of the allocator show up in the RSS alone.
 */
export function watchMemory(limitMb: number, shrink: () => void): void {
  let highestBytes = limitMb * MEGABYTE;
  setInterval(() => {
    const rss = process.memoryUsage.rss();
    if (rss <= highestBytes) return;
    highestBytes = rss + MEGABYTE;
    shrink();
  }, CHECK_INTERVAL_MS).unref();
}
