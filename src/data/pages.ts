import type { CrisisLine } from '#domain/crisis-lines.ts';
import { pathOf } from '#domain/href.ts';
import type { PageHead } from '#domain/site-layout.ts';
import type { PageView } from '#domain/view-models.ts';
import type { Page } from '#payload-types.ts';
import { showBody } from './bodies.ts';
import type { Reader } from './reader.ts';

/** The published page at this slug. */
export const findPage = (reader: Reader, slug: string): Promise<Page | undefined> =>
  reader.bySlug('pages', slug);

/** Loads all that a page shows, its draft as well as what is published. */
export async function showPage(
  reader: Reader,
  { slug, title, summary, body }: Page,
  crisisLines: CrisisLine[],
): Promise<PageView> {
  const path = pathOf('pages', slug);
  return { title, summary, body: await showBody(reader, body, { path, crisisLines }) };
}

/** What search engines are told about a page. */
export const pageHead = ({ slug, title, summary, seo, exitLink }: Page): PageHead => ({
  title: seo?.title || title,
  description: seo?.description || summary,
  path: pathOf('pages', slug),
  withoutExit: exitLink === false,
});
