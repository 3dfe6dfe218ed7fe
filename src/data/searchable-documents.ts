import type { DataFromCollectionSlug } from 'payload';
import { BLOCK_TEXTS } from '#content/blocks/block-texts.ts';
import {
  type DocumentTexts,
  type DocumentTextUse,
  extractTexts,
  type RawDocument,
} from '#data/search/document-texts.ts';
import type { SearchableCollection } from '#domain/collections.ts';
import type { LexicalBody } from '#domain/lexical.ts';
import type { Locale } from '#domain/locales.ts';
import { type Localized, pickLocale } from './published-names.ts';
import { rawCollection } from './raw-collection.ts';

/** A document of these collections as MongoDB stores it; `_status` only in collections with drafts. */
export interface SearchableDocument extends RawDocument {
  _status?: string;
  slug?: Localized;
  stages?: unknown[];
  topics?: unknown[];
}

/** Names of the text fields of a document that editors fill in: rich texts, and texts that are no choices. */
type TextField<Doc> = {
  [Name in keyof Doc]-?: Name extends 'id' | 'editId' | 'slug' | `${string}At`
    ? never
    : NonNullable<Doc[Name]> extends LexicalBody
      ? Name
      : [NonNullable<Doc[Name]>] extends [string]
        ? string extends NonNullable<Doc[Name]>
          ? Name
          : never
        : never;
}[keyof Doc];

/** What the text fields of each collection are to the search, in reading order; a missing one is a type error. */
const SEARCHED_FIELDS: {
  [C in SearchableCollection]: Record<TextField<DataFromCollectionSlug<C>>, DocumentTextUse>;
} = {
  articles: { title: 'title', summary: 'summary', body: 'text' },
  pages: { title: 'title', summary: 'summary', body: 'text' },
  topics: { title: 'title', summary: 'summary' },
  'treatment-stages': {
    title: 'title',
    summary: 'summary',
    levelOfCare: 'text',
    usualDuration: 'text',
    whatHappens: 'text',
    whatComesNext: 'text',
  },
};

/** The fields to load for search. */
export const SEARCHABLE_FIELDS = [
  ...new Set([
    ...['_status', 'slug', 'stages', 'topics'],
    ...Object.values(SEARCHED_FIELDS).flatMap((fields) => Object.keys(fields)),
  ]),
];

/** True for published documents, and for all documents of collections without drafts. */
export const isPublished = ({ _status = 'published' }: SearchableDocument): boolean =>
  _status === 'published';

/** Finds the documents with these ids that are published, in no particular order. */
export async function findPublishedByIds(
  collection: SearchableCollection,
  ids: string[],
): Promise<SearchableDocument[]> {
  if (ids.length === 0) return [];
  const { model, published } = await rawCollection(collection);
  return model
    .find({ ...published, _id: { $in: ids } }, SEARCHABLE_FIELDS)
    .lean<SearchableDocument[]>();
}

/** Streams all published documents of a collection in batches of `size`; the last may be smaller or empty. */
export async function* streamPublishedBatches(
  collection: SearchableCollection,
  size: number,
): AsyncGenerator<SearchableDocument[]> {
  const { model, published } = await rawCollection(collection);
  let batch: SearchableDocument[] = [];
  for await (const doc of model
    .find(published, SEARCHABLE_FIELDS)
    .lean<SearchableDocument>()
    .cursor()) {
    batch.push(doc);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** Extracts the texts of a document in a locale, or else in the default locale. */
export const extractLocalizedTexts = (
  collection: SearchableCollection,
  doc: SearchableDocument,
  locale: Locale,
): DocumentTexts =>
  extractTexts(doc, { fields: SEARCHED_FIELDS[collection], blocks: BLOCK_TEXTS }, (value) =>
    pickLocale(value as Localized, locale),
  );

/** Returns the ids that a document can be filtered by: an article's stages and topics, else its own id. */
export const facetsOf = (
  collection: SearchableCollection,
  { _id, stages, topics }: SearchableDocument,
): string[] =>
  (collection === 'articles' ? [...(stages ?? []), ...(topics ?? [])] : [_id]).map(String);
