import type { FlattenedField, PayloadRequest } from 'payload';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { formatShortMoment } from '#domain/time-zone.ts';
import { type Change, changedFields, type Document, readChangeLog } from './change-log.ts';
import { EditConflict } from './conflict-error.ts';

interface Write {
  /** Slug of the collection or global. */
  slug: string;
  base: Date;
  newest: Document;
  /** The request's body. */
  body: Document | undefined;
  operation: string;
  /** True if the write is allowed when it changes nothing. */
  mayBeNoOp: boolean;
  /** Fields of the collection or global. */
  fields: FlattenedField[];
  req: PayloadRequest;
}

/**
 * Rejects a write whose base is not the newest version, unless it changes nothing, or comes from the form that made all
 * changes since.
 * @throws EditConflict (409) with the changed fields, the person and the time
 */
export async function rejectStaleWrite(write: Write): Promise<void> {
  const { slug, base, newest, body, operation, mayBeNoOp, fields, req } = write;
  const updatedAt = new Date(String(newest.updatedAt));
  if (base >= updatedAt) return;
  const since = changesSince(base, newest, updatedAt);
  const differing = changedFields(fields, newest, body ?? {}).map(({ name }) => name);
  if (operation === 'update') {
    const { editId } = body ?? {};
    if (editId && since.every((change) => change && isFromSameForm(change, editId, req))) return;
  }
  if (mayBeNoOp && differing.length === 0 && hasOnlyFields(body, fields) && !req.file) return;
  const names = new Set(since.flatMap((change) => change?.fields ?? differing));
  const labels = fields.filter(({ name }) => names.has(name)).map((field) => labelOf(field, req));
  const { changedBy, who } = await nameChanger(since.at(-1), slug, req);
  const when = formatShortMoment(updatedAt, await siteTimeZone(req), DEFAULT_LOCALE);
  const what = labels.length > 0 ? `: ${labels.join(', ')}` : '';
  throw new EditConflict({
    message: `${who} changed this after you opened it (${when})${what}. Nothing of yours was saved. Open it in a new tab to see the change, then bring yours over.`,
    changedBy,
    changedAt: updatedAt.toISOString(),
    fields: labels,
  });
}

/** Longest time between the timestamp in the log and `updatedAt`, in which Payload validates and writes the change. */
const MAX_WRITE_MS = 10_000;

/** Returns the changes after the base; the last is undefined if it was written past the hooks that log changes. */
function changesSince(base: Date, newest: Document, updatedAt: Date): (Change | undefined)[] {
  const log = readChangeLog(newest);
  const isLogged = updatedAt.getTime() - Date.parse(log.at(-1)?.at ?? '0') < MAX_WRITE_MS;
  const since = log.filter(({ at }) => new Date(at) > base);
  return isLogged && since.length > 0 ? since : [...since, undefined];
}

/** True if every key is a field, whose values can be compared. A password, for example, is not a field. */
const hasOnlyFields = (body: Document | undefined, fields: FlattenedField[]): boolean =>
  Object.keys(body ?? {}).every((key) => fields.some(({ name }) => name === key));

const isFromSameForm = (change: Change, editId: unknown, { user }: PayloadRequest): boolean =>
  change.editId === editId && change.by === user?.id;

function labelOf(field: FlattenedField, { i18n, t }: PayloadRequest): string {
  const { label, name } = field as { label?: unknown; name: string };
  if (name === '_status') return 'Published or draft';
  if (typeof label === 'string') return label;
  return typeof label === 'function' ? String(label({ i18n, t })) : name;
}

const FORMER_COLLEAGUE = 'A former colleague';

/** Names for changes without an account, by collection; the default is the platform. */
const WITHOUT_ACCOUNT: Record<string, string> = { 'form-submissions': 'The visitor' };

interface Changer {
  /** Null if unknown, because the change was not logged. */
  changedBy: string | null;
  /** Subject of the sentence in the message. */
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
    // System: the staff may see each other's names, but not each other's accounts.
    overrideAccess: true,
    req,
  });
  const changedBy = docs[0]?.name ?? FORMER_COLLEAGUE;
  return { changedBy, who: change.by === req.user?.id ? 'You, in another window,' : changedBy };
}

async function siteTimeZone(req: PayloadRequest): Promise<string> {
  const { timeZone } = await req.payload.findGlobal({
    slug: 'site',
    depth: 0,
    select: { timeZone: true },
    // System: the time zone of the site is public.
    overrideAccess: true,
    req,
  });
  return timeZone ?? 'UTC';
}
