import type { CrisisLine } from '#domain/crisis-lines.ts';
import { documentPath } from '#domain/href.ts';
import type { PageHead } from '#domain/site-layout.ts';
import type { PageView } from '#domain/view-models.ts';
import type { Page } from '#payload-types.ts';
import { loadBodyView } from './body-views.ts';
import type { Reader } from './reader.ts';

/** Finds the published page with a slug. */
export const findPage = (reader: Reader, slug: string): Promise<Page | undefined> =>
  reader.findBySlug('pages', slug);

/** Loads the view of a page, which may be a draft. */
export async function loadPageView(
  reader: Reader,
  { slug, title, summary, body }: Page,
  crisisLines: CrisisLine[],
): Promise<PageView> {
  const path = documentPath('pages', slug);
  return { title, summary, body: await loadBodyView(reader, body, { path, crisisLines }) };
}

/** Returns the head of a page. */
export const pageHead = ({ slug, title, summary, seo, exitLink }: Page): PageHead => ({
  title: seo?.title || title,
  description: seo?.description || summary,
  path: documentPath('pages', slug),
  withoutQuickExit: exitLink === false,
});
