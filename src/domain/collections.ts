interface CollectionFacts {
  /** MongoDB's name of the collection: Payload's adapter pluralizes the slug. */
  databaseName: string;
  /** Path of its documents' pages without the slug. With pages, editors can link to the documents by name. */
  pathPrefix?: string;
  /** Order of its documents, as Payload's `sort`, in files for search engines. Those without it are in none. */
  sitemapOrder?: string;
  /** Label of its results in the site's search, and their boost. Those without it are not searched. */
  search?: { label: string; boost: number };
}

/** Collections with public documents. Submissions, and documents that belong to them, are never public. */
export const PUBLIC_COLLECTIONS = {
  'treatment-stages': {
    databaseName: 'treatment-stages',
    pathPrefix: '/stages',
    sitemapOrder: 'position',
    search: { label: 'Stage of the way', boost: 1 },
  },
  articles: {
    databaseName: 'articles',
    pathPrefix: '/articles',
    sitemapOrder: '-publishedAt',
    search: { label: 'Article', boost: 1 },
  },
  pages: {
    databaseName: 'pages',
    pathPrefix: '',
    sitemapOrder: 'title',
    // Pages like the terms mention what visitors search for, but answer little.
    search: { label: 'Page', boost: 0.5 },
  },
  topics: {
    databaseName: 'topics',
    pathPrefix: '/topics',
    sitemapOrder: 'title',
    search: { label: 'Topic', boost: 1 },
  },
  people: { databaseName: 'peoples', pathPrefix: '/people', sitemapOrder: 'name' },
  'calls-to-action': { databaseName: 'calls-to-actions', pathPrefix: '/requests' },
  'consent-texts': { databaseName: 'consent-texts' },
  media: { databaseName: 'media' },
  redirects: { databaseName: 'redirects' },
} as const satisfies Record<string, CollectionFacts>;

type Collections = typeof PUBLIC_COLLECTIONS;
export type PublicCollection = keyof Collections;

type CollectionWith<Fact extends keyof CollectionFacts> = {
  [Name in PublicCollection]: Collections[Name] extends Record<Fact, unknown> ? Name : never;
}[PublicCollection];

const collectionsWith = <Fact extends keyof CollectionFacts>(fact: Fact) =>
  Object.entries(PUBLIC_COLLECTIONS)
    .filter(([, facts]) => fact in facts)
    .map(([name]) => name) as CollectionWith<Fact>[];

/** Collections whose documents have a page, so that editors can link to them by name. */
export const LINKABLE_COLLECTIONS = collectionsWith('pathPrefix');
export type LinkableCollection = CollectionWith<'pathPrefix'>;

/** Collections whose documents have pages that search engines may list. */
export const LISTED_COLLECTIONS = collectionsWith('sitemapOrder');
export type ListedCollection = CollectionWith<'sitemapOrder'>;

/** Collections that the site's search covers. */
export const SEARCHABLE_COLLECTIONS = collectionsWith('search');
export type SearchableCollection = CollectionWith<'search'>;
