import type { ReactNode } from 'react';
import { Submit } from '#ui/button.tsx';
import styles from './search-form.module.css';

interface SearchFormProps {
  label: string;
  words?: string;
  /** What narrows the search. */
  children?: ReactNode;
}

/** Asks for words to search for; the answer is a page of its own. */
export const SearchForm = ({ label, words, children }: SearchFormProps) => (
  <search>
    <form className={styles.form} action="/search" method="get">
      <label className={styles.label} htmlFor="q">
        {label}
      </label>
      <div className={styles.row}>
        <input
          className={styles.words}
          id="q"
          name="q"
          type="search"
          defaultValue={words}
          maxLength={100}
          enterKeyHint="search"
          autoComplete="off"
        />
        <Submit>Search</Submit>
      </div>
      {children}
    </form>
  </search>
);
