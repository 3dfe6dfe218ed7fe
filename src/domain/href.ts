const SAFE = /^(?:https?:\/\/|mailto:|tel:|sms:|\/(?!\/)|#)/i;

/** True for an address that a page may link to: a web, mail, phone or text address, or one of the site. */
export const isSafeHref = (href: string): boolean => SAFE.test(href.trim());

/** What can be linked to by name rather than by address. */
export const LINKABLE = [
  'articles',
  'pages',
  'treatment-stages',
  'topics',
  'people',
  'calls-to-action',
] as const;
export type Linkable = (typeof LINKABLE)[number];

const FOLDERS: Record<Linkable, string> = {
  articles: '/articles',
  pages: '',
  'treatment-stages': '/stages',
  topics: '/topics',
  people: '/people',
  'calls-to-action': '/requests',
};

/** The path at which a document of this collection stands. */
export const pathOf = (collection: Linkable, slug: string): string =>
  `${FOLDERS[collection]}/${slug}`;

/** What would stand at a path: `pathOf`, the other way round. */
export function standsAt(path: string): { collection: Linkable; slug: string } | undefined {
  const cut = path.lastIndexOf('/');
  const collection = LINKABLE.find((one) => FOLDERS[one] === path.slice(0, cut));
  return collection && { collection, slug: path.slice(cut + 1) };
}
