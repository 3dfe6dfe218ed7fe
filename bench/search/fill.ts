import type { Db, MongoClient } from 'mongodb';
import { ObjectId } from 'mongodb';
import { eachNode } from '#domain/lexical.ts';
import { body, p } from '#seed/compose.ts';
import { wordsLike } from './words.ts';

export const ARTICLES = 10_000;
const PARAGRAPHS = 20;
const WORDS = 50;
const BATCH = 500;

interface Article {
  _id: ObjectId;
  title: Record<string, string>;
  summary: Record<string, string>;
  body: Record<string, unknown>;
  slug: Record<string, string>;
  _status: string;
}

/**
 * Copies the demonstration into a database of another name, and brings so many articles of 1,000 words into it, made
 * of the words that it has.
 * @returns more words of that kind
 */
export async function fill(
  client: MongoClient,
  from: string,
  to: string,
): Promise<(count: number) => string[]> {
  const source = client.db(from);
  for (const { name } of await source.listCollections({ type: 'collection' }).toArray()) {
    await source
      .collection(name)
      .aggregate([{ $out: { db: to, coll: name } }])
      .toArray();
  }
  return write(client.db(to));
}

async function write(database: Db): Promise<(count: number) => string[]> {
  const articles = database.collection<Article>('articles');
  const known = await articles.find({ _status: 'published' }).toArray();
  const words = wordsLike(
    known.flatMap((article) => [...eachNode(article.body.en)].map(({ text }) => text ?? '')),
  );
  const say = (count: number) => words(count).join(' ');
  const one = (n: number): Article => ({
    ...(known[n % known.length] as Article),
    _id: new ObjectId(),
    title: { en: say(7) },
    summary: { en: say(25) },
    slug: { en: `made-${n}` },
    body: { en: body(...Array.from({ length: PARAGRAPHS }, () => p(say(WORDS)))) },
  });
  for (let n = 0; n < ARTICLES; n += BATCH) {
    await articles.insertMany(Array.from({ length: BATCH }, (_, at) => one(n + at)));
  }
  return words;
}
