import { step } from '#platform/process/progress.ts';
import { ROOT } from '#platform/process/root.ts';
import type { Bench } from '../bench.ts';
import { startNext } from '../next-server.ts';
import { fill } from './fill.ts';
import { measureSearch, type SearchFigures } from './measure.ts';
import { questionsOf } from './words.ts';

const QUESTIONS = 200;
const DATABASE = 'search-of-many';

/** Many articles are searched, in a database of their own: all else is measured with the demonstration alone. */
export const searchMany = ({ site, database, plan, look }: Bench): Promise<SearchFigures> =>
  step('Searching many articles', async () => {
    const uri = new URL(site.uri);
    const words = await fill(database, uri.pathname.slice(1), DATABASE);
    uri.pathname = `/${DATABASE}`;
    const server = await startNext(
      ROOT,
      { ...site.environment, DATABASE_URI: uri.href },
      '/readyz',
    );
    try {
      return await measureSearch(server, questionsOf(words, QUESTIONS), plan, look);
    } finally {
      await server.stop();
      await database.db(DATABASE).dropDatabase();
    }
  });
