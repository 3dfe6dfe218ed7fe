import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Collection, MongoClient } from 'mongodb';
import type { HostileRequest } from './hostile/request-arbitraries.ts';
import { type RawResponse, sendRawRequest } from './raw-request.ts';
import type { RunningSite } from './running-site.ts';

/** One client without pauses, so that delays come from what the requests contain, not from their number. */
const CLIENTS = 1;

/** Results of sending hostile requests. */
export interface FuzzResult {
  sent: number;
  /** Number of responses by status. */
  statuses: Record<number, number>;
  /** Connections that the site closed without a response. */
  cut: number;
  /** Requests that were answered with 5xx, or not at all although they were not too large. */
  serverErrors: string[];
  /** Invalid requests that were accepted. */
  wronglyAccepted: string[];
  /** Receipts and ids of everything that was stored. */
  acknowledged: Set<string>;
}

/**
 * Sends all requests one after the other.
 * @param headers added to each request, for example a session
 */
export async function sendHostileRequests(
  { url }: Pick<RunningSite, 'url'>,
  requests: readonly HostileRequest[],
  headers: Record<string, string> = {},
): Promise<FuzzResult> {
  const result: FuzzResult = {
    sent: requests.length,
    statuses: {},
    cut: 0,
    serverErrors: [],
    wronglyAccepted: [],
    acknowledged: new Set(),
  };
  const waiting = requests.values();
  const client = async () => {
    for (const request of waiting) {
      const response = await sendRawRequest(url, {
        ...request,
        headers: { ...request.headers, ...headers },
      }).catch(() => undefined);
      recordResponse(result, request, response);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return result;
}

function recordResponse(
  result: FuzzResult,
  request: HostileRequest,
  response: RawResponse | undefined,
): void {
  const { method, path, kind, isValid } = request;
  const description = `${method} ${path} (${kind}): ${response?.status ?? 'cut'}`;
  if (!response) {
    result.cut += 1;
    if (kind !== '50 MB' && kind !== 'too large') result.serverErrors.push(description);
    return;
  }
  const { status, location, text } = response;
  result.statuses[status] = (result.statuses[status] ?? 0) + 1;
  if (status >= 500) result.serverErrors.push(`${description} ${text.slice(0, 200)}`);
  const isStored =
    status === 201 || (status === 303 && location?.startsWith('/requests/received/'));
  // Staff may store any preferences for their own screen.
  if (!isStored || path.startsWith('/api/payload-preferences')) return;
  result.acknowledged.add(findReceipt(text) ?? location ?? description);
  if (!isValid) result.wronglyAccepted.push(description);
}

/** Returns the receipt of a submission, or the id of a document that was created through REST. */
function findReceipt(text: string): string | undefined {
  try {
    const { url, doc } = JSON.parse(text) as { url?: string; doc?: { id?: string } };
    return url ?? doc?.id;
  } catch {
    return undefined;
  }
}

/** Collections that are written as a side effect of requests, limits and screens. */
const SIDE_COLLECTIONS =
  /^(edge-fences|slug-claims|submission-events|consent-records|payload-jobs|payload-jobs-stats|payload-preferences|payload-kv|limits?|rate-?limits?|spent-.*|proofs?|idempotency.*|replies|worker-beats)$/;

/** Counts the documents of each collection of a running site. */
export const countDocumentsByCollection = (
  site: Pick<RunningSite, 'dataDir'>,
): Promise<Record<string, number>> =>
  mapCollections(site, (collection) => collection.countDocuments());

/** Returns the documents of each collection as JSON, without `updatedAt`, sessions and side collections. */
export async function readContents(
  site: Pick<RunningSite, 'dataDir'>,
): Promise<Record<string, string>> {
  const contents = await mapCollections(site, async (collection) => {
    const projection = { updatedAt: 0, sessions: 0 };
    return JSON.stringify(await collection.find({}, { projection }).sort('_id').toArray());
  });
  return Object.fromEntries(
    Object.entries(contents).filter(([name]) => !SIDE_COLLECTIONS.test(name)),
  );
}

async function mapCollections<T>(
  { dataDir }: Pick<RunningSite, 'dataDir'>,
  read: (collection: Collection) => Promise<T>,
): Promise<Record<string, T>> {
  const client = await MongoClient.connect(
    await readFile(path.join(dataDir, 'database-uri'), 'utf8'),
  );
  try {
    const results: Record<string, T> = {};
    for (const collection of await client.db().collections()) {
      results[collection.collectionName] = await read(collection);
    }
    return results;
  } finally {
    await client.close();
  }
}

/** Returns how many documents each collection has gained or lost, without side collections. */
export function countNewDocuments(
  before: Record<string, number>,
  after: Record<string, number>,
): Record<string, number> {
  const names = Object.keys(after).filter((name) => !SIDE_COLLECTIONS.test(name));
  return Object.fromEntries(
    names
      .map((name): [string, number] => [name, (after[name] ?? 0) - (before[name] ?? 0)])
      .filter(([, more]) => more !== 0),
  );
}
