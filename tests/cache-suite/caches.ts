import { readFile } from 'node:fs/promises';
import { rootPath } from '#platform/process/root.ts';
import type { Results } from './outcomes.ts';
import published from './upstream/results/index.mjs';

/** A cache and what the suite found about it. */
export interface TestedCache {
  name: string;
  results: Results;
}

const PUBLISHED = ['nginx', 'Varnish'];

/** Returns the results that the suite has published of other caches, with their versions. */
export const loadPublishedResults = (): Promise<TestedCache[]> =>
  Promise.all(
    PUBLISHED.map(async (name) => {
      const entry = published.find((candidate) => candidate.name === name);
      if (!entry) throw new Error(`The suite has no results of ${name}.`);
      const file = rootPath(`tests/cache-suite/upstream/results/${entry.file}`);
      const [version] = entry.version.split('-');
      return { name: `${name} ${version}`, results: JSON.parse(await readFile(file, 'utf8')) };
    }),
  );
