import type { SearchResult } from '#domain/shown.ts';
import styles from './search.module.css';
import { SearchForm } from './search-form.tsx';

export interface SearchViewProps {
  /** What was typed; empty before anything was. */
  typed: string;
  results: SearchResult[];
}

/** Finds pages by their words. */
export const SearchView = ({ typed, results }: SearchViewProps) => (
  <div className={styles.page}>
    <h1>Search</h1>
    <SearchForm label="What are you looking for?" words={typed} />
    {typed && results.length > 0 && <Results typed={typed} results={results} />}
    {typed && results.length === 0 && (
      <section aria-labelledby="results">
        <h2 id="results">Nothing found for “{typed}”</h2>
        <p>
          No page has all of these words. Try fewer words, or other ones. You can also look at{' '}
          <a href="/stages">the stages of the way</a> or at <a href="/articles">all articles</a>.
        </p>
      </section>
    )}
  </div>
);

const Results = ({ typed, results }: SearchViewProps) => (
  <section aria-labelledby="results">
    <h2 id="results">
      {results.length === 1 ? '1 page' : `${results.length} pages`} for “{typed}”
    </h2>
    <ol className={styles.results}>
      {results.map(({ title, summary, href, what }) => (
        <li key={href}>
          <p className={styles.what}>{what}</p>
          <h3>
            <a href={href}>{title}</a>
          </h3>
          <p>{summary}</p>
        </li>
      ))}
    </ol>
  </section>
);
