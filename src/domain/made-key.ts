/** What a key begins with that was made of a request’s content, because it came without one. */
export const MADE_KEY = 'made:';
