import type { ShownLink } from './shown.ts';

/** Pages that others stand below. */
export const HOME: ShownLink = { label: 'Home', href: '/' };
export const ARTICLES: ShownLink = { label: 'Articles', href: '/articles' };
export const WAY: ShownLink = { label: 'The way', href: '/stages' };
