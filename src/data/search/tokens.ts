import type { DatabaseSync } from 'node:sqlite';
import type { Stem } from './phrasing.ts';
import { undone } from './transactions.ts';

/** Stems words by the tokenizer itself: it is given them, and asked what it made of them. */
export function stemmer(db: DatabaseSync, tokenizer: string): Stem {
  db.exec(`
    create virtual table tokens using fts5(word, content='', contentless_delete=1, tokenize='${tokenizer}');
    create virtual table tokens_made using fts5vocab(tokens, instance);
  `);
  const give = db.prepare('insert into tokens(rowid, word) values (?, ?)');
  const made = db.prepare('select doc, term from tokens_made order by doc, offset');
  return (words) => {
    const stems = words.map(() => '');
    undone(db, () => {
      words.forEach((word, n) => {
        give.run(n, word);
      });
      for (const { doc, term } of made.all()) stems[Number(doc)] += String(term);
    });
    return stems;
  };
}
