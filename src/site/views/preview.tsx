import type { ReactNode } from 'react';
import type { ShownArticle, ShownPage } from '#domain/shown.ts';
import { ArticleView } from './article.tsx';
import { PageView } from './page.tsx';
import styles from './preview.module.css';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'live-preview': { children: ReactNode; class?: string };
    }
  }
}

export interface PreviewViewProps {
  article?: ShownArticle;
  page?: ShownPage;
  /** Labels of the blocks that are left out, because they are not filled in yet. */
  unfinished: string[];
  /** Path of the script that shows changes as they are saved. */
  script: string;
}

/** A draft as readers would see it, and the words that say so. */
export const PreviewView = ({ article, page, unfinished, script }: PreviewViewProps) => (
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
      {article && <ArticleView article={article} />}
      {page && <PageView page={page} />}
    </live-preview>
    <script src={script} defer />
  </>
);
