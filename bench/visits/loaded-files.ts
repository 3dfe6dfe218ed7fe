import type { CDPSession } from 'playwright-core';

/** A file that a browser has requested. */
export interface LoadedFile {
  url: string;
  /** Resource type of the DevTools protocol: `Document`, `Stylesheet`, `Script`, `Font`, `Image` or another. */
  type: string;
  /** Bytes on the wire: compressed, with headers. */
  bytes: number;
}

/** Records the files that a browser loads over HTTP from now on. @returns a function that returns them */
export async function recordLoadedFiles(session: CDPSession): Promise<() => LoadedFile[]> {
  const loaded = new Map<string, LoadedFile>();
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
