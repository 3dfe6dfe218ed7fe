/** Color schemes that a reader can choose. */
export const COLOR_SCHEMES = ['light', 'dark'] as const;
export type ColorScheme = (typeof COLOR_SCHEMES)[number];

/** Key of the reader's choice in `localStorage`. It is stored nowhere else. */
export const COLOR_SCHEME_KEY = 'scheme';
