/** View models of a search. */

/** Part of a text, with a flag on the parts that match the query. */
export interface TextSegment {
  text: string;
  isMatch?: true;
}

export interface SearchResult {
  title: TextSegment[];
  /** The summary, or the passage that matches. */
  text: TextSegment[];
  href: string;
  /** The kind of document in words, like “Article”. */
  typeLabel: string;
}

/** One page of search results. */
export interface SearchResults {
  results: SearchResult[];
  /** Rank of the first result of this page among all, from 1. */
  first: number;
  /** Number of results on all pages. */
  total: number;
  pages: number;
  /** The query that was searched for instead, with its spelling corrected; undefined if nothing was corrected. */
  correctedQuery?: string;
  /** True if the query suggests that a person is in danger. */
  mayBeInDanger: boolean;
}
