import type { Db, MongoClient } from 'mongodb';
import { ObjectId } from 'mongodb';
import { eachNode } from '#domain/lexical.ts';
import { body, p } from '#seed/rich-text-markup.ts';
import { createWordSource } from './queries.ts';

export const ARTICLES = 10_000;
const PARAGRAPHS = 20;
const WORDS_PER_PARAGRAPH = 50;
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
 * Copies the demo content into another database and adds 10,000 articles of 1,000 words, drawn from the texts of the
 * demo articles.
 * @returns a function that draws more words from those texts
 */
export async function fillDatabase(
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
  return insertArticles(client.db(to));
}

async function insertArticles(database: Db): Promise<(count: number) => string[]> {
  const articles = database.collection<Article>('articles');
  const demoArticles = await articles.find({ _status: 'published' }).toArray();
  const words = createWordSource(
    demoArticles.flatMap((article) => [...eachNode(article.body.en)].map(({ text }) => text ?? '')),
  );
  const drawText = (count: number) => words(count).join(' ');
  const createArticle = (n: number): Article => ({
    ...(demoArticles[n % demoArticles.length] as Article),
    _id: new ObjectId(),
    title: { en: drawText(7) },
    summary: { en: drawText(25) },
    slug: { en: `made-${n}` },
    body: {
      en: body(...Array.from({ length: PARAGRAPHS }, () => p(drawText(WORDS_PER_PARAGRAPH)))),
    },
  });
  for (let n = 0; n < ARTICLES; n += BATCH) {
    await articles.insertMany(
      Array.from({ length: BATCH }, (_, index) => createArticle(n + index)),
    );
  }
  return words;
}
