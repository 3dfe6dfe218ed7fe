import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createApiClient } from '#tests/helpers/api-client.ts';
import type { Doc, FindResult, SaveResult } from '#tests/helpers/rest-result-types.ts';
import type { RunningSite } from '#tests/helpers/running-site.ts';
import { warmUpSite } from '#tests/helpers/warm-up.ts';

const UNAVAILABLE = 503;
const RETRY_MS = 500;
/** On a busy machine, the first submission can take longer than a visitor would wait. */
const RETRY_TIMEOUT_MS = 60_000;

/** A submission and its acknowledgement. */
export interface SentSubmission {
  key: string;
  request: { callToAction: string; answers: Record<string, string>; consent?: object };
  receipt: string;
  reference: string;
}

/** What was done on a site, to be found again in its data folder. Stored in the fixture. */
export interface PredecessorData {
  sent: SentSubmission[];
  /** The submission that its visitor withdrew. */
  withdrawn: SentSubmission;
  /** The submission that a coordinator handled. */
  contacted: SentSubmission;
  /** The coordinator's note. */
  note: string;
  /** A published article with an unpublished change of its title. */
  changed: { id: string; slug: string; title: string; draftTitle: string };
  /** An article that was never published. */
  draft: { id: string; title: string };
}

const VISITORS: Omit<SentSubmission['request'], 'consent'>[] = [
  { callToAction: 'request-call', answers: { name: 'Alex Sample', phone: '(212) 555-0111' } },
  { callToAction: 'request-call', answers: { name: 'Robin Sample', phone: '(212) 555-0112' } },
  {
    callToAction: 'let-us-help',
    answers: { name: 'Sam Sample', phone: '(212) 555-0113', email: 'sam@mail.example' },
  },
  {
    callToAction: 'request-meeting',
    answers: { name: 'Kim Sample', phone: '(212) 555-0114', email: 'kim@mail.example' },
  },
];
const CONSENT = { text: 'text-messages', version: 1, given: true };

/** Uses a site as visitors and staff do, only through its HTTP API. */
export async function createPredecessorData(
  site: Pick<RunningSite, 'url' | 'password'>,
): Promise<PredecessorData> {
  await warmUpSite(site);
  const sent: SentSubmission[] = [];
  for (const visitor of VISITORS) {
    const request = visitor.answers.email ? { ...visitor, consent: CONSENT } : visitor;
    sent.push({ request, ...(await sendSubmission(site.url, randomUUID(), request)) });
  }
  const [withdrawn, contacted] = sent as [SentSubmission, SentSubmission];
  const path = `${site.url}/withdraw/${withdrawn.receipt}`;
  const response = await fetch(path, { method: 'POST', body: new URLSearchParams() });
  if (!response.ok) throw new Error(`The withdrawal was answered with ${response.status}.`);

  const note = 'Spoke with Robin: call again on Tuesday.';
  const coordinator = await createApiClient(site, 'coordinator');
  const where = `where[reference][equals]=${contacted.reference}&depth=0`;
  const { docs } = await coordinator<FindResult>('GET', `/form-submissions?${where}`);
  const change = { status: 'contacted', note };
  await coordinator('PATCH', `/form-submissions/${docs[0]?.id}`, change);
  return { sent, withdrawn, contacted, note, ...(await writeDrafts(site)) };
}

async function writeDrafts(
  site: Pick<RunningSite, 'url' | 'password'>,
): Promise<Pick<PredecessorData, 'changed' | 'draft'>> {
  const editor = await createApiClient(site, 'editor');
  const { docs } = await editor<FindResult<Doc & Record<'slug' | 'title', string>>>(
    'GET',
    '/articles?sort=title&limit=1&depth=0',
  );
  const [article] = docs;
  if (!article) throw new Error('There is no article.');
  const { id, slug, title } = article;
  const draftTitle = `${title}, with care`;
  const change = { title: draftTitle, _status: 'draft' };
  await editor('PATCH', `/articles/${id}?draft=true&depth=0`, change);
  const writer = await createApiClient(site, 'writer');
  const words = 'A draft about lanterns';
  const { doc } = await writer<SaveResult>('POST', '/articles?draft=true&depth=0', {
    title: words,
  });
  return { changed: { id, slug, title, draftTitle }, draft: { id: doc.id, title: words } };
}

/**
 * Sends a submission to the JSON API, and retries it while the response is 503.
 * @throws Error if it is not acknowledged
 */
export async function sendSubmission(
  url: string,
  key: string,
  request: SentSubmission['request'],
): Promise<Omit<SentSubmission, 'request'>> {
  const deadline = performance.now() + RETRY_TIMEOUT_MS;
  for (;;) {
    const response = await fetch(`${url}/api/requests`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(request),
    });
    const text = await response.text();
    if (response.status === 201) {
      const { receipt, reference } = JSON.parse(text);
      return { key, receipt, reference };
    }
    if (response.status !== UNAVAILABLE || performance.now() > deadline) {
      throw new Error(`The submission was answered with ${response.status}: ${text}`);
    }
    await pause(RETRY_MS);
  }
}
