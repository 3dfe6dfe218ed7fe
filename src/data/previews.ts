import type { IncomingHttpHeaders } from 'node:http';
import type { CrisisLine } from '#domain/crisis-lines.ts';
import type { PageHead } from '#domain/site-layout.ts';
import type { ArticleView, PageView } from '#domain/view-models.ts';
import type { Article, Page } from '#payload-types.ts';
import { articleHead, showArticle } from './article-views.ts';
import { completeDraft } from './complete-draft.ts';
import { findDraft } from './drafts.ts';
import { pageHead, showPage } from './pages.ts';
import type { Reader } from './reader.ts';

/** A draft as readers would see it. */
export interface Preview {
  article?: ArticleView;
  page?: PageView;
  unfinished: string[];
}

interface Found {
  preview: Preview;
  head: PageHead;
}

/**
 * The draft at this id, for somebody who sees drafts. All that it refers to is what visitors see: a
 * draft shows no other draft.
 */
export async function findPreview(
  reader: Reader,
  { collection, id }: { collection: string; id: string },
  headers: IncomingHttpHeaders,
  crisisLines: CrisisLine[],
): Promise<Found | undefined> {
  if (collection === 'articles') {
    const draft = await findDraft(reader, 'articles', id, headers);
    if (!draft) return undefined;
    const { doc, unfinished } = complete<Article>(draft);
    const article = await showArticle(reader, doc, crisisLines);
    return { preview: { article, unfinished }, head: articleHead(doc) };
  }
  if (collection === 'pages') {
    const draft = await findDraft(reader, 'pages', id, headers);
    if (!draft) return undefined;
    const { doc, unfinished } = complete<Page>(draft);
    return {
      preview: { page: await showPage(reader, doc, crisisLines), unfinished },
      head: pageHead(doc),
    };
  }
  return undefined;
}

/** A draft can lack what the published document must have. */
function complete<T extends Article | Page>(draft: T): { doc: T; unfinished: string[] } {
  const { body, unfinished } = completeDraft(draft.body);
  const { title, summary, slug } = draft as Partial<T>;
  return {
    doc: {
      ...draft,
      title: title || 'No title yet',
      summary: summary ?? '',
      slug: slug ?? '',
      body,
    },
    unfinished,
  };
}
