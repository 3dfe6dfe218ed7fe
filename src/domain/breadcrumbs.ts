import type { LinkView } from './view-models.ts';

/** Pages that others stand below. */
export const HOME: LinkView = { label: 'Home', href: '/' };
export const ARTICLES: LinkView = { label: 'Articles', href: '/articles' };
export const WAY: LinkView = { label: 'The way', href: '/stages' };
