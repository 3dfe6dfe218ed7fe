import { READ, type Stored, type Texts, textsOf } from '#data/search/texts.ts';
import type { Locale } from '#domain/locales.ts';
import { inLocale, type Localized } from './names.ts';
import { rawCollection } from './raw-collection.ts';

/** What can be found by its words. */
export const SEARCHED = ['treatment-stages', 'articles', 'pages', 'topics'] as const;
export type Searched = (typeof SEARCHED)[number];

/** A document as the database holds it, of those that have drafts with their status. */
export interface Document extends Stored {
  _status?: string;
  slug?: Localized;
}

/** The fields that are read of it. */
export const FIELDS = ['_status', 'slug', ...READ];

export const isPublished = ({ _status = 'published' }: Document): boolean =>
  _status === 'published';

/** Those of these documents that are published. */
export async function publishedByIds(collection: Searched, ids: string[]): Promise<Document[]> {
  if (ids.length === 0) return [];
  const { model, published } = await rawCollection(collection);
  return model.find({ ...published, _id: { $in: ids } }, FIELDS).lean<Document[]>();
}

/** All documents of a collection that are published, so many at a time. */
export async function* publishedInBatches(
  collection: Searched,
  size: number,
): AsyncGenerator<Document[]> {
  const { model, published } = await rawCollection(collection);
  let batch: Document[] = [];
  for await (const doc of model.find(published, FIELDS).lean<Document>().cursor()) {
    batch.push(doc);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** The words of a document in this language, or else in the first. */
export const textsIn = (doc: Document, locale: Locale): Texts =>
  textsOf(doc, (value) => inLocale(value as Localized, locale));

/** Ids of the stages and topics that a document is about; a stage and a topic are about themselves. */
export const aboutOf = (collection: Searched, { _id, stages, topics }: Document): string[] =>
  (collection === 'articles' ? [...(stages ?? []), ...(topics ?? [])] : [_id]).map(String);
