import styles from './pager.module.css';

interface PagerProps {
  /** The page that is shown, from 1. */
  page: number;
  pages: number;
  /** The address of a page. */
  hrefOf: (page: number) => string;
  /** What stands on the pages before and after. */
  before?: string;
  after?: string;
}

/** Leads through a list that goes on over several pages; a list of one page needs none. */
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
