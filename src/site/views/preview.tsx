import type { ReactNode } from 'react';
import type { ArticleView, PageView } from '#domain/view-models.ts';
import { ArticlePage } from './article.tsx';
import { ContentPage } from './content-page.tsx';
import styles from './preview.module.css';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'live-preview': { children: ReactNode; class?: string };
    }
  }
}

export interface PreviewPageProps {
  article?: ArticleView;
  page?: PageView;
  /** Labels of the blocks that are left out, because they are incomplete. */
  unfinishedBlocks: string[];
  /** Path of the script that refreshes the preview after each save. */
  script: string;
}

/** A draft as readers would see it, marked as a preview. */
export const PreviewPage = ({ article, page, unfinishedBlocks, script }: PreviewPageProps) => (
  <>
    <live-preview>
      <div className={styles.strip} role="note">
        <p>
          <strong>Preview.</strong> Your draft as readers will see it. Forms in it send nothing.
        </p>
        {unfinishedBlocks.length > 0 && (
          <p>Left out until it is filled in: {unfinishedBlocks.join(', ').toLowerCase()}.</p>
        )}
        <p data-said role="status" />
      </div>
      {article && <ArticlePage article={article} />}
      {page && <ContentPage page={page} />}
    </live-preview>
    <script src={script} defer />
  </>
);
