import type { LinkView } from './view-models.ts';

/** Breadcrumbs of the pages that have other pages below them. */
export const HOME_CRUMB: LinkView = { label: 'Home', href: '/' };
export const ARTICLES_CRUMB: LinkView = { label: 'Articles', href: '/articles' };
export const PATHWAY_CRUMB: LinkView = { label: 'The way', href: '/stages' };
