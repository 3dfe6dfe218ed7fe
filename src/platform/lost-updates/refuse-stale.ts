import type { FlattenedField, PayloadRequest } from 'payload';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { shortMoment } from '#domain/time-zone.ts';
import { type Change, changedFields, type Document, readChangeLog } from './change-log.ts';
import { EditConflict } from './conflict-error.ts';

interface Write {
  /** Slug of the collection or global. */
  slug: string;
  base: Date;
  newest: Document;
  /** The body as it was sent. */
  sent: Document | undefined;
  operation: string;
  /** It can be that it would change nothing any more. */
  mayBeIdle: boolean;
  /** The fields of the collection or global. */
  fields: FlattenedField[];
  req: PayloadRequest;
}

/**
 * Refuses a write whose base is not the newest version, unless it changes nothing any more, or comes from
 * the very form that made all changes since.
 * @throws EditConflict (409) with what changed, by whom and when
 */
export async function refuseStale(write: Write): Promise<void> {
  const { slug, base, newest, sent, operation, mayBeIdle, fields, req } = write;
  const updatedAt = new Date(String(newest.updatedAt));
  if (base >= updatedAt) return;
  const since = changesSince(base, newest, updatedAt);
  const differing = changedFields(fields, newest, sent ?? {}).map(({ name }) => name);
  if (operation === 'update') {
    const { editId } = sent ?? {};
    if (editId && since.every((change) => change && isOwn(change, editId, req))) return;
  }
  if (mayBeIdle && differing.length === 0 && isAllKnown(sent, fields) && !req.file) return;
  const names = new Set(since.flatMap((change) => change?.fields ?? differing));
  const labels = fields.filter(({ name }) => names.has(name)).map((field) => labelOf(field, req));
  const { changedBy, who } = await nameChanger(since.at(-1), slug, req);
  const when = shortMoment(updatedAt, await siteZone(req), DEFAULT_LOCALE);
  const what = labels.length > 0 ? `: ${labels.join(', ')}` : '';
  throw new EditConflict({
    message: `${who} changed this after you opened it (${when})${what}. Nothing of yours was saved. Open it in a new tab to see the change, then bring yours over.`,
    changedBy,
    changedAt: updatedAt.toISOString(),
    fields: labels,
  });
}

/** Between the moment that is logged and the one that is stored, a change is validated and written. */
const LONGEST_WRITE_MS = 10_000;

/** The changes after the base; the last one may have been written past the hooks that log them. */
function changesSince(base: Date, newest: Document, updatedAt: Date): (Change | undefined)[] {
  const log = readChangeLog(newest);
  const isLogged = updatedAt.getTime() - Date.parse(log.at(-1)?.at ?? '0') < LONGEST_WRITE_MS;
  const since = log.filter(({ at }) => new Date(at) > base);
  return isLogged && since.length > 0 ? since : [...since, undefined];
}

/** A password, for one, is no field: it cannot be compared with what is stored. */
const isAllKnown = (sent: Document | undefined, fields: FlattenedField[]): boolean =>
  Object.keys(sent ?? {}).every((key) => fields.some(({ name }) => name === key));

const isOwn = (change: Change, editId: unknown, { user }: PayloadRequest): boolean =>
  change.editId === editId && change.by === user?.id;

function labelOf(field: FlattenedField, { i18n, t }: PayloadRequest): string {
  const { label, name } = field as { label?: unknown; name: string };
  if (name === '_status') return 'Published or draft';
  if (typeof label === 'string') return label;
  return typeof label === 'function' ? String(label({ i18n, t })) : name;
}

const FORMER = 'A former colleague';

/** Changes without an account, where these are not the platform's own. */
const WITHOUT_ACCOUNT: Record<string, string> = { 'form-submissions': 'The visitor' };

interface Changer {
  /** Null where it is not known, because the document was last changed before changes were logged. */
  changedBy: string | null;
  /** The beginning of a sentence about it. */
  who: string;
}

async function nameChanger(
  change: Change | undefined,
  slug: string,
  req: PayloadRequest,
): Promise<Changer> {
  if (!change) return { changedBy: null, who: 'Somebody' };
  if (!change.by) {
    const changedBy = WITHOUT_ACCOUNT[slug] ?? 'Throughcare';
    return { changedBy, who: changedBy };
  }
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { id: { equals: change.by } },
    depth: 0,
    pagination: false,
    select: { name: true },
    // System: colleagues see each other's names on what they work on, but not each other's accounts.
    overrideAccess: true,
    req,
  });
  const changedBy = docs[0]?.name ?? FORMER;
  return { changedBy, who: change.by === req.user?.id ? 'You, in another window,' : changedBy };
}

async function siteZone(req: PayloadRequest): Promise<string> {
  const { timeZone } = await req.payload.findGlobal({
    slug: 'site',
    depth: 0,
    select: { timeZone: true },
    // System: the time zone stands on the site.
    overrideAccess: true,
    req,
  });
  return timeZone ?? 'UTC';
}
