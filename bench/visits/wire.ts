import type { CDPSession } from 'playwright-core';

/** A file that a browser has loaded. */
export interface Loaded {
  url: string;
  /** What the browser loaded it as: `Document`, `Stylesheet`, `Script`, `Font`, `Image` or another. */
  type: string;
  /** As it came over the wire, with its headers, compressed as it was. */
  bytes: number;
}

/** Listens to what a browser loads over HTTP from now on. */
export async function wireOf(session: CDPSession): Promise<() => Loaded[]> {
  const loaded = new Map<string, Loaded>();
  session.on('Network.requestWillBeSent', ({ requestId, request: { url }, type = 'Other' }) => {
    if (url.startsWith('http')) loaded.set(requestId, { url, type, bytes: 0 });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const file = loaded.get(requestId);
    if (file) file.bytes = encodedDataLength;
  });
  await session.send('Network.enable');
  return () => [...loaded.values()];
}
