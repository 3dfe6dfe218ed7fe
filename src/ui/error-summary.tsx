import styles from './error-summary.module.css';

interface ErrorSummaryProps {
  id: string;
  problems: readonly { href?: string; message: string }[];
}

/**
 * The error summary at the top of a form (GOV.UK). Each error links to its field. Without errors it is in the page but
 * hidden, and the script fills it.
 */
export function ErrorSummary({ id, problems }: ErrorSummaryProps) {
  const hasProblems = problems.length > 0;
  return (
    <div
      className={styles.summary}
      role="alert"
      aria-labelledby={`${id}-title`}
      id={id}
      tabIndex={-1}
      // The browser moves focus here without a script, so that screen readers announce the errors first.
      autoFocus={hasProblems}
      hidden={!hasProblems}
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
