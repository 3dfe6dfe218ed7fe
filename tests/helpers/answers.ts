import type { User } from '#payload-types.ts';

// What endpoints answer where all goes well, as far as tests look into it.

export interface Doc {
  id: string;
  [field: string]: unknown;
}

/** To who asks for a list. */
export interface Found<D = Doc> {
  docs: D[];
  totalDocs: number;
}

/** To who makes or changes a document. */
export interface Saved {
  doc: Doc;
}

/** To who signs in. */
export interface SignedIn {
  user: User;
}
