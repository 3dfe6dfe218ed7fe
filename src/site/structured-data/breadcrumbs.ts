import type { BreadcrumbList } from 'schema-dts';
import type { LinkView } from '#domain/view-models.ts';

/** Describes the breadcrumbs of a page as JSON-LD. */
export const breadcrumbsJsonLd = (
  breadcrumbs: readonly LinkView[],
  origin: string,
): BreadcrumbList => ({
  '@type': 'BreadcrumbList',
  itemListElement: breadcrumbs.map(({ label, href }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: label,
    item: `${origin}${href}`,
  })),
});
