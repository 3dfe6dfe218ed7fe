/** Prefix of keys that are derived from the content because the client sent none. */
export const CONTENT_KEY_PREFIX = 'made:';
