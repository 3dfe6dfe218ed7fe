import styles from './error-summary.module.css';

interface ErrorSummaryProps {
  id: string;
  problems: readonly { href?: string; message: string }[];
}

/**
 * What has to be mended, at the top of a form, each line leading to its field. It is in the page even
 * while there is nothing to tell, hidden, for the script to fill.
 */
export function ErrorSummary({ id, problems }: ErrorSummaryProps) {
  const found = problems.length > 0;
  return (
    <div
      className={styles.summary}
      role="alert"
      aria-labelledby={`${id}-title`}
      id={id}
      tabIndex={-1}
      // The browser moves there by itself: a reader of the page hears first what went wrong.
      autoFocus={found}
      hidden={!found}
      data-errors
    >
      <h2 id={`${id}-title`}>There is a problem</h2>
      <ul>
        {problems.map(({ href, message }) => (
          <li key={`${href} ${message}`}>{href ? <a href={href}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  );
}
