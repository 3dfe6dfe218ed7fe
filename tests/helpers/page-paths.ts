/** The article of the demo content that has forms in its text. */
export const EXPLAINER = '/articles/understanding-intensive-outpatient-treatment';

/** A path of each kind of page that visitors read, by the name of its reference pictures. */
export const CONTENT_PAGE_PATHS: Record<string, string> = {
  home: '/',
  articles: '/articles',
  'articles-narrowed': '/articles?stage=supervised-detox',
  article: EXPLAINER,
  stages: '/stages',
  stage: '/stages/supervised-detox',
  topic: '/topics/kinds-of-care',
  person: '/people/sample-writer-one',
  search: '/search?q=detox',
  'search-nothing': '/search?q=nothingofthiskind',
  page: '/editorial-policy',
  missing: '/nothing',
};

/** Routes of pages that have no path here, and the tests that visit them. */
export const OTHER_PAGE_ROUTES: Record<string, string> = {
  '/gallery': 'tests/pages/accessibility.test.ts',
  '/preview/[collection]/[id]': 'tests/e2e/draft-leaks.test.ts',
  '/requests/[slug]': 'FORM_PAGE_KINDS',
  '/requests/received/[receipt]': 'FORM_PAGE_KINDS',
  '/unavailable': 'UNAVAILABLE_PAGE_KINDS',
  '/unsent': 'UNAVAILABLE_PAGE_KINDS',
  '/withdraw/[receipt]': 'FORM_PAGE_KINDS',
  '/withdraw/[receipt]/[proof]': 'tests/int/withdrawal/hostile-withdrawal.test.ts',
};
