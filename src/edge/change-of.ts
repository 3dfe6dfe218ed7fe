import type { PublicCollection } from '#domain/public-collections.ts';
import type { Change } from './purges.ts';

/** The collection in which Payload keeps all globals. */
const GLOBALS = 'globals';

/** What a visitor can see of, by the names that MongoDB has for it: Payload's adapter puts them in the plural. */
export const NAMES: Record<PublicCollection, string> = {
  articles: 'articles',
  'calls-to-action': 'calls-to-actions',
  'consent-texts': 'consent-texts',
  media: 'media',
  pages: 'pages',
  people: 'peoples',
  redirects: 'redirects',
  topics: 'topics',
  'treatment-stages': 'treatment-stages',
};

const SLUGS = new Map(Object.entries(NAMES).map(([slug, name]) => [name, slug]));

/** The collections whose changes a visitor can see. */
export const LISTENED: readonly string[] = [...SLUGS.keys(), GLOBALS];

/** What the database tells of a change. */
export interface Told {
  operationType: string;
  ns?: { coll?: string };
  documentKey?: { _id: unknown };
  fullDocument?: { _status?: string; globalType?: string } | null;
  updateDescription?: { updatedFields?: { _status?: string; filename?: string } };
}

/**
 * The tags that a change touches, as pages carry them: `<collection>:<id>`, the bare `<collection>` of
 * lists, `global:<slug>`; of what is not published any more, and of a picture that has another file now,
 * `<collection>:<id>:self`, which its own page or files carry. `all` if it is told of no single document, undefined if no visitor can see a difference.
 */
export function changeOf(told: Told): Change | 'all' | undefined {
  const name = told.ns?.coll ?? '';
  const { operationType, documentKey, fullDocument, updateDescription } = told;
  if (!documentKey) return 'all';
  if (!LISTENED.includes(name) || isUnseen(told)) return undefined;
  if (name === GLOBALS) {
    const slug = fullDocument?.globalType;
    return slug ? { stale: [`global:${slug}`], gone: [] } : 'all';
  }
  const collection = SLUGS.get(name) ?? name;
  const tag = `${collection}:${documentKey._id}`;
  const isGone =
    operationType === 'delete' ||
    (fullDocument?._status ?? 'published') !== 'published' ||
    updateDescription?.updatedFields?.filename !== undefined;
  return { stale: [tag, collection], gone: isGone ? [`${tag}:self`] : [] };
}

/** A draft that was one before: an editor is typing. */
const isUnseen = ({ operationType, fullDocument, updateDescription }: Told): boolean =>
  fullDocument?._status === 'draft' &&
  (operationType === 'insert' ||
    (operationType === 'update' && updateDescription?.updatedFields?._status === undefined));
