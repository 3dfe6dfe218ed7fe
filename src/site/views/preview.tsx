import type { ReactNode } from 'react';
import type { ArticleView, PageView } from '#domain/view-models.ts';
import { ArticlePage } from './article.tsx';
import { ContentPage } from './page.tsx';
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
  /** Labels of the blocks that are left out, because they are not filled in yet. */
  unfinished: string[];
  /** Path of the script that shows changes as they are saved. */
  script: string;
}

/** A draft as readers would see it, and the words that say so. */
export const PreviewPage = ({ article, page, unfinished, script }: PreviewPageProps) => (
  <>
    <live-preview>
      <div className={styles.strip} role="note">
        <p>
          <strong>Preview.</strong> Your draft as readers will see it. Forms in it send nothing.
        </p>
        {unfinished.length > 0 && (
          <p>Left out until it is filled in: {unfinished.join(', ').toLowerCase()}.</p>
        )}
        <p data-said role="status" />
      </div>
      {article && <ArticlePage article={article} />}
      {page && <ContentPage page={page} />}
    </live-preview>
    <script src={script} defer />
  </>
);
