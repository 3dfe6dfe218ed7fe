import styles from './pager.module.css';

interface PagerProps {
  /** Number of the current page, from 1. */
  page: number;
  /** Number of pages. */
  pages: number;
  /** Returns the URL of a page. */
  hrefOf: (page: number) => string;
  /** Labels of the links to the previous and the next page. */
  before?: string;
  after?: string;
}

/** Links to the previous and the next page of a list. Renders nothing for a single page. */
export const Pager = ({ page, pages, hrefOf, before = 'Newer', after = 'Older' }: PagerProps) =>
  pages > 1 && (
    <nav className={styles.pager} aria-label="Pages of this list">
      {page > 1 && (
        <a href={hrefOf(page - 1)} rel="prev">
          {before}
        </a>
      )}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a href={hrefOf(page + 1)} rel="next">
          {after}
        </a>
      )}
    </nav>
  );
