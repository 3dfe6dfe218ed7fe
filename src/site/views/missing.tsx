import styles from './problem.module.css';
import { SearchForm } from './search-form.tsx';

/** The page for a path that does not exist (404). */
export const MissingPage = () => (
  <div className={styles.problem}>
    <h1>There is no page at this address</h1>
    <p>
      It may have moved, or the address may have a typing error in it. You have done nothing wrong.
    </p>
    <SearchForm label="What were you looking for?" />
    <ul>
      <li>
        <a href="/stages">See all stages of the way</a>
      </li>
      <li>
        <a href="/articles">Read the articles</a>
      </li>
      <li>
        <a href="/">Go to the home page</a>
      </li>
    </ul>
  </div>
);
