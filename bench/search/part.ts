import { runStep } from '#platform/process/progress.ts';
import { ROOT } from '#platform/process/root.ts';
import type { BenchContext } from '../context.ts';
import { startNext } from '../next-server.ts';
import { fillDatabase } from './fill-database.ts';
import { measureSearch, type SearchFigures } from './measure.ts';
import { createQueries } from './queries.ts';

const QUERY_COUNT = 200;
const DATABASE = 'search-of-many';

/** Measures search among many articles, in a database of its own: the other parts use the demo content alone. */
export const runSearchPart = ({
  site,
  database,
  plan,
  probe,
}: BenchContext): Promise<SearchFigures> =>
  runStep('Measuring search', async () => {
    const uri = new URL(site.uri);
    const words = await fillDatabase(database, uri.pathname.slice(1), DATABASE);
    uri.pathname = `/${DATABASE}`;
    const server = await startNext(
      ROOT,
      { ...site.environment, DATABASE_URI: uri.href },
      '/readyz',
    );
    try {
      return await measureSearch(server, createQueries(words, QUERY_COUNT), plan, probe);
    } finally {
      await server.stop();
      await database.db(DATABASE).dropDatabase();
    }
  });
