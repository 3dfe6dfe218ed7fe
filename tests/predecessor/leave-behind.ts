import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Doc, Found, Saved } from '#tests/helpers/answers.ts';
import { apiOf } from '#tests/helpers/api-of.ts';
import { firstPages } from '#tests/helpers/first-pages.ts';
import type { RunningSite } from '#tests/helpers/running-site.ts';

const UNAVAILABLE = 503;
const AGAIN_MS = 500;
/** A busy machine loads what answers the first request for longer than a visitor waits. */
const PATIENCE_MS = 60_000;

/** Something that a visitor sent, and what they were answered. */
export interface Sent {
  key: string;
  request: { callToAction: string; answers: Record<string, string>; consent?: object };
  receipt: string;
  reference: string;
}

/** What was done with a site, to be found again in its folder of data. */
export interface LeftBehind {
  sent: Sent[];
  /** The one of them that its visitor took back. */
  withdrawn: Sent;
  /** The one that a coordinator called about, and what was written down. */
  contacted: Sent;
  note: string;
  /** Published, with a change to its title that is not. */
  changed: { id: string; slug: string; title: string; draftTitle: string };
  /** Never published. */
  draft: { id: string; title: string };
}

const VISITORS: Omit<Sent['request'], 'consent'>[] = [
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

/** Uses a site as its people do: by its doors alone. */
export async function leaveBehind(
  site: Pick<RunningSite, 'url' | 'password'>,
): Promise<LeftBehind> {
  await firstPages(site);
  const sent: Sent[] = [];
  for (const visitor of VISITORS) {
    const request = visitor.answers.email ? { ...visitor, consent: CONSENT } : visitor;
    sent.push({ request, ...(await send(site.url, randomUUID(), request)) });
  }
  const [withdrawn, contacted] = sent as [Sent, Sent];
  const path = `${site.url}/withdraw/${withdrawn.receipt}`;
  const answer = await fetch(path, { method: 'POST', body: new URLSearchParams() });
  if (!answer.ok) throw new Error(`The withdrawal was answered with ${answer.status}.`);

  const note = 'Spoke with Robin: call again on Tuesday.';
  const coordinator = await apiOf(site, 'coordinator');
  const where = `where[reference][equals]=${contacted.reference}&depth=0`;
  const { docs } = await coordinator<Found>('GET', `/form-submissions?${where}`);
  const change = { status: 'contacted', note };
  await coordinator('PATCH', `/form-submissions/${docs[0]?.id}`, change);
  return { sent, withdrawn, contacted, note, ...(await writeDrafts(site)) };
}

async function writeDrafts(
  site: Pick<RunningSite, 'url' | 'password'>,
): Promise<Pick<LeftBehind, 'changed' | 'draft'>> {
  const editor = await apiOf(site, 'editor');
  const { docs } = await editor<Found<Doc & Record<'slug' | 'title', string>>>(
    'GET',
    '/articles?sort=title&limit=1&depth=0',
  );
  const [article] = docs;
  if (!article) throw new Error('There is no article.');
  const { id, slug, title } = article;
  const draftTitle = `${title}, with care`;
  const change = { title: draftTitle, _status: 'draft' };
  await editor('PATCH', `/articles/${id}?draft=true&depth=0`, change);
  const writer = await apiOf(site, 'writer');
  const words = 'A draft about lanterns';
  const { doc } = await writer<Saved>('POST', '/articles?draft=true&depth=0', { title: words });
  return { changed: { id, slug, title, draftTitle }, draft: { id: doc.id, title: words } };
}

/**
 * Sends a request to the door for programs; while it is answered that it cannot be taken now, again.
 * @throws Error if it is not taken
 */
export async function send(
  url: string,
  key: string,
  request: Sent['request'],
): Promise<Omit<Sent, 'request'>> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const answer = await fetch(`${url}/api/requests`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(request),
    });
    const text = await answer.text();
    if (answer.status === 201) {
      const { receipt, reference } = JSON.parse(text);
      return { key, receipt, reference };
    }
    if (answer.status !== UNAVAILABLE || performance.now() > until) {
      throw new Error(`It was answered with ${answer.status}: ${text}`);
    }
    await pause(AGAIN_MS);
  }
}
