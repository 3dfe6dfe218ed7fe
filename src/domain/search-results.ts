/** What a search shows: plain values, like those of shown.ts. */

/** A piece of a text; `found` is what somebody searched for. */
export interface Piece {
  text: string;
  found?: true;
}

export interface SearchResult {
  title: Piece[];
  /** Its summary, or a passage of it. */
  text: Piece[];
  href: string;
  /** What it is, like “Article”. */
  what: string;
}

/** A page of what was found. */
export interface SearchResults {
  results: SearchResult[];
  /** The place of the first of them among all, from 1. */
  first: number;
  /** How many there are in all. */
  total: number;
  pages: number;
  /** What was looked for in the place of what is misspelled. */
  instead?: string;
  /** Who searched, or somebody with them, may be in danger. */
  inDanger: boolean;
}
