/** Light or dark, as a reader may choose it. */
export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** Under this name the reader's own browser keeps the choice, and nobody else does. */
export const SCHEME_KEY = 'scheme';
