import type { ReactNode } from 'react';
import { SubmitButton } from '#ui/button.tsx';
import styles from './search-form.module.css';

interface SearchFormProps {
  label: string;
  query?: string;
  /** Filters. */
  children?: ReactNode;
}

/** A form that leads to the search page. */
export const SearchForm = ({ label, query, children }: SearchFormProps) => (
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
          defaultValue={query}
          maxLength={100}
          enterKeyHint="search"
          autoComplete="off"
        />
        <SubmitButton>Search</SubmitButton>
      </div>
      {children}
    </form>
  </search>
);
