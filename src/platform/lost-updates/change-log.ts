import { isDeepStrictEqual } from 'node:util';
import type { FlattenedField } from 'payload';

/** The last changes of a document, newest last, as they are stored with each version of it. */
export interface Change {
  /** ISO instant, no later than the `updatedAt` that the change led to. */
  at: string;
  /** Id of the colleague; null where a visitor or the platform acted. */
  by: string | null;
  /** Names of the top-level fields. */
  fields: string[];
  /** The opened form that it was saved from, where forms save themselves. */
  editId?: string;
}

/** A base version that is older than all of these is told of these. */
export const MOST_CHANGES = 12;

/** Written by Payload or by this folder, and by nobody else. */
const OWN = ['id', 'createdAt', 'updatedAt', 'changeLog', 'editId', 'hash', 'salt', 'sessions'];

export type Document = Record<string, unknown>;

/** Changes that a stored document carries; none in one that was stored before there were any. */
export function readChangeLog(stored: Document | undefined): Change[] {
  return Array.isArray(stored?.changeLog) ? (stored.changeLog as Change[]) : [];
}

/**
 * The log with one more change. What one person did in a row becomes one entry, but for the newest; saves
 * of one form whose answers it has not read are one as well.
 */
export function appendChange(log: Change[], change: Change): Change[] {
  const last = log.at(-1);
  if (!last) return [change];
  if (last.by === change.by && last.editId !== undefined && last.editId === change.editId) {
    return [...log.slice(0, -1), merged(last, change)];
  }
  const before = log.at(-2);
  const rest = before?.by === last.by ? [...log.slice(0, -2), merged(before, last)] : log;
  return [...rest, change].slice(-MOST_CHANGES);
}

const merged = (earlier: Change, later: Change): Change => ({
  ...later,
  fields: [...new Set([...earlier.fields, ...later.fields])],
});

/** Top-level fields whose values differ, by name. A virtual field counts as soon as it has a value. */
export const changedFields = (
  fields: FlattenedField[],
  before: Document,
  after: Document,
): FlattenedField[] =>
  fields.filter((field) => {
    const { name } = field;
    if (OWN.includes(name) || !(name in after)) return false;
    if ('virtual' in field && field.virtual) return !isEmpty(after[name]);
    return !isSame(before[name], after[name]);
  });

const isSame = (before: unknown, after: unknown): boolean =>
  isDeepStrictEqual(comparable(before), comparable(after));

const isEmpty = (value: unknown) => comparable(value) === undefined;

/** As JSON would carry it; what is null, empty or left out is the same. */
function comparable(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.length > 0 ? value.map(comparable) : undefined;
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value)
    .map(([key, part]) => [key, comparable(part)] as const)
    .filter(([, part]) => part !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
