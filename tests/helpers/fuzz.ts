import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Collection, MongoClient } from 'mongodb';
import type { Hostile } from './hostile/parts.ts';
import { type RawAnswer, sendRaw } from './raw-request.ts';
import type { RunningSite } from './running-site.ts';

/** One after the other, without a pause: what they hold up by what they are, not by how many there are. How many may come is for the limits to say. */
const SENDERS = 1;

/** What became of hostile requests. */
export interface Fuzzed {
  sent: number;
  /** How often each status was answered. */
  statuses: Record<number, number>;
  /** Connections that were cut while too much was being sent. */
  cut: number;
  /** What was answered as our own error, and what was cut without being too much. */
  broken: string[];
  /** What was taken that nobody could mean. */
  taken: string[];
  /** Names of what was stored with an acknowledgement, each once. */
  acknowledged: Set<string>;
}

/** Sends them all; who carries the headers is told by them. */
export async function fuzz(
  { url }: Pick<RunningSite, 'url'>,
  requests: readonly Hostile[],
  headers: Record<string, string> = {},
): Promise<Fuzzed> {
  const fuzzed: Fuzzed = {
    sent: requests.length,
    statuses: {},
    cut: 0,
    broken: [],
    taken: [],
    acknowledged: new Set(),
  };
  const waiting = requests.values();
  const sender = async () => {
    for (const request of waiting) {
      const answer = await sendRaw(url, {
        ...request,
        headers: { ...request.headers, ...headers },
      }).catch(() => undefined);
      note(fuzzed, request, answer);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  return fuzzed;
}

function note(fuzzed: Fuzzed, request: Hostile, answer: RawAnswer | undefined): void {
  const { method, path, kind, sound } = request;
  const told = `${method} ${path} (${kind}): ${answer?.status ?? 'cut'}`;
  if (!answer) {
    fuzzed.cut += 1;
    if (kind !== '50 MB' && kind !== 'too large') fuzzed.broken.push(told);
    return;
  }
  const { status, location, text } = answer;
  fuzzed.statuses[status] = (fuzzed.statuses[status] ?? 0) + 1;
  if (status >= 500) fuzzed.broken.push(`${told} ${text.slice(0, 200)}`);
  const stored = status === 201 || (status === 303 && location?.startsWith('/requests/received/'));
  // What somebody keeps of the own screen is nobody else's.
  if (!stored || path.startsWith('/api/payload-preferences')) return;
  fuzzed.acknowledged.add(receiptIn(text) ?? location ?? told);
  if (!sound) fuzzed.taken.push(told);
}

/** The receipt of the JSON door, or the id of what REST has made. */
function receiptIn(text: string): string | undefined {
  try {
    const { url, doc } = JSON.parse(text) as { url?: string; doc?: { id?: string } };
    return url ?? doc?.id;
  } catch {
    return undefined;
  }
}

/** What a request leaves beside itself, or a limit, or a screen: none of it is a document of the site. */
const BESIDE =
  /^(edge-fences|submission-events|consent-records|payload-jobs|payload-jobs-stats|payload-preferences|payload-kv|limits?|rate-?limits?|spent-.*|proofs?|idempotency.*|replies|worker-beats)$/;

/** How many documents each collection of a running site holds. */
export const documentsOf = (site: Pick<RunningSite, 'dataDir'>): Promise<Record<string, number>> =>
  ofEach(site, (collection) => collection.countDocuments());

/** The documents of a running site, as they are stored, but for when they were saved last and by which sessions. */
export async function contentsOf(
  site: Pick<RunningSite, 'dataDir'>,
): Promise<Record<string, string>> {
  const contents = await ofEach(site, async (collection) => {
    const projection = { updatedAt: 0, sessions: 0 };
    return JSON.stringify(await collection.find({}, { projection }).sort('_id').toArray());
  });
  return Object.fromEntries(Object.entries(contents).filter(([name]) => !BESIDE.test(name)));
}

async function ofEach<T>(
  { dataDir }: Pick<RunningSite, 'dataDir'>,
  read: (collection: Collection) => Promise<T>,
): Promise<Record<string, T>> {
  const client = await MongoClient.connect(
    await readFile(path.join(dataDir, 'database-uri'), 'utf8'),
  );
  try {
    const found: Record<string, T> = {};
    for (const collection of await client.db().collections()) {
      found[collection.collectionName] = await read(collection);
    }
    return found;
  } finally {
    await client.close();
  }
}

/** How many documents more each collection has; what comes with a request is not counted. */
export function grown(
  before: Record<string, number>,
  after: Record<string, number>,
): Record<string, number> {
  const names = Object.keys(after).filter((name) => !BESIDE.test(name));
  return Object.fromEntries(
    names
      .map((name): [string, number] => [name, (after[name] ?? 0) - (before[name] ?? 0)])
      .filter(([, more]) => more !== 0),
  );
}
