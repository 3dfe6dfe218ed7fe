import type { DatabaseSync } from 'node:sqlite';
import type { Stemmer } from './query-parser.ts';
import { runAndRollBack } from './transactions.ts';

/** Creates a stemmer from an FTS5 tokenizer: it indexes the words, and reads the tokens back. */
export function createStemmer(db: DatabaseSync, tokenizer: string): Stemmer {
  db.exec(`
    create virtual table tokens using fts5(word, content='', contentless_delete=1, tokenize='${tokenizer}');
    create virtual table token_instances using fts5vocab(tokens, instance);
  `);
  const insert = db.prepare('insert into tokens(rowid, word) values (?, ?)');
  const selectTokens = db.prepare('select doc, term from token_instances order by doc, offset');
  return (words) => {
    const stems = words.map(() => '');
    runAndRollBack(db, () => {
      words.forEach((word, n) => {
        insert.run(n, word);
      });
      for (const { doc, term } of selectTokens.all()) stems[Number(doc)] += String(term);
    });
    return stems;
  };
}
