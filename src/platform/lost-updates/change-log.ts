import { isDeepStrictEqual } from 'node:util';
import type { FlattenedField } from 'payload';

/** An entry of a document's change log, which is stored with each version, newest entry last. */
export interface Change {
  /** ISO instant, no later than the `updatedAt` that the change led to. */
  at: string;
  /** Id of the account; null if a visitor or the platform made the change. */
  by: string | null;
  /** Names of the top-level fields. */
  fields: string[];
  /** Id of the open form that saved the change; set for documents with autosave. */
  editId?: string;
}

/** Length of the log. A conflict with an older base version lists these changes only. */
export const MAX_CHANGES = 12;

/** Fields that only Payload or this folder writes. */
const IGNORED_FIELDS = [
  'id',
  'createdAt',
  'updatedAt',
  'changeLog',
  'editId',
  'hash',
  'salt',
  'sessions',
];

export type Document = Record<string, unknown>;

/** Returns the change log of a stored document; empty for one that was stored before there was a log. */
export function readChangeLog(stored: Document | undefined): Change[] {
  return Array.isArray(stored?.changeLog) ? (stored.changeLog as Change[]) : [];
}

/**
 * Returns the log with one more change. Merges consecutive changes by one person, except the newest, and saves of one
 * form with the same edit id (a form gets a new one with each response).
 */
export function appendChange(log: Change[], change: Change): Change[] {
  const last = log.at(-1);
  if (!last) return [change];
  if (last.by === change.by && last.editId !== undefined && last.editId === change.editId) {
    return [...log.slice(0, -1), mergeChanges(last, change)];
  }
  const previous = log.at(-2);
  const rest = previous?.by === last.by ? [...log.slice(0, -2), mergeChanges(previous, last)] : log;
  return [...rest, change].slice(-MAX_CHANGES);
}

const mergeChanges = (earlier: Change, later: Change): Change => ({
  ...later,
  fields: [...new Set([...earlier.fields, ...later.fields])],
});

/** Returns the top-level fields whose values differ. A virtual field counts if it has a value. */
export const changedFields = (
  fields: FlattenedField[],
  before: Document,
  after: Document,
): FlattenedField[] =>
  fields.filter((field) => {
    const { name } = field;
    if (IGNORED_FIELDS.includes(name) || !(name in after)) return false;
    if ('virtual' in field && field.virtual) return !isEmpty(after[name]);
    return !isSame(before[name], after[name]);
  });

const isSame = (before: unknown, after: unknown): boolean =>
  isDeepStrictEqual(normalize(before), normalize(after));

const isEmpty = (value: unknown) => normalize(value) === undefined;

/** Normalizes a value for comparison: as in JSON, with null, empty and missing values treated as the same. */
function normalize(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.length > 0 ? value.map(normalize) : undefined;
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value)
    .map(([key, part]) => [key, normalize(part)] as const)
    .filter(([, part]) => part !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
