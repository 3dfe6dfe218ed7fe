import type { IncomingHttpHeaders } from 'node:http';
import type { CrisisLine } from '#domain/crisis-lines.ts';
import type { PageHead } from '#domain/site-layout.ts';
import type { ArticleView, PageView } from '#domain/view-models.ts';
import type { Article, Page } from '#payload-types.ts';
import { articleHead, loadArticleView } from './article-views.ts';
import { completeDraft } from './complete-draft.ts';
import { findDraft } from './drafts.ts';
import { loadPageView, pageHead } from './pages.ts';
import type { Reader } from './reader.ts';

/** A preview of a draft: an article or a page. */
export interface Preview {
  article?: ArticleView;
  page?: PageView;
  /** Labels of the blocks that were left out because a required field is empty. */
  unfinishedBlocks: string[];
}

interface PreviewWithHead {
  preview: Preview;
  head: PageHead;
}

/**
 * Loads the preview of a draft; undefined if there is none or the user may not see drafts. Documents that the draft
 * refers to are shown as published: a preview shows no other draft.
 * @param headers of the request, with the user's session
 */
export async function findPreview(
  reader: Reader,
  { collection, id }: { collection: string; id: string },
  headers: IncomingHttpHeaders,
  crisisLines: CrisisLine[],
): Promise<PreviewWithHead | undefined> {
  if (collection === 'articles') {
    const draft = await findDraft(reader, 'articles', id, headers);
    if (!draft) return undefined;
    const { doc, unfinishedBlocks } = completeDocument<Article>(draft);
    const article = await loadArticleView(reader, doc, crisisLines);
    return { preview: { article, unfinishedBlocks }, head: articleHead(doc) };
  }
  if (collection === 'pages') {
    const draft = await findDraft(reader, 'pages', id, headers);
    if (!draft) return undefined;
    const { doc, unfinishedBlocks } = completeDocument<Page>(draft);
    return {
      preview: { page: await loadPageView(reader, doc, crisisLines), unfinishedBlocks },
      head: pageHead(doc),
    };
  }
  return undefined;
}

/** Fills in the required fields that a draft may lack. */
function completeDocument<T extends Article | Page>(
  draft: T,
): { doc: T; unfinishedBlocks: string[] } {
  const { body, unfinishedBlocks } = completeDraft(draft.body);
  const { title, summary, slug } = draft as Partial<T>;
  return {
    doc: {
      ...draft,
      title: title || 'No title yet',
      summary: summary ?? '',
      slug: slug ?? '',
      body,
    },
    unfinishedBlocks,
  };
}
