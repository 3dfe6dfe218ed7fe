import styles from './problem.module.css';

interface UnavailableProps {
  path: string;
  /** What was sent with the page, if it was a form. */
  typed: Record<string, string | string[]>;
}

/** The page cannot be made right now; a request that was sent is not saved, and not lost. */
export const Unavailable = ({ path, typed }: UnavailableProps) => (
  <div className={styles.problem}>
    <h1>We cannot show this page right now</h1>
    <p>Something on our side is not working. Try again in a minute.</p>
    {Object.keys(typed).length === 0 && (
      <p>
        <a href={path}>Try again</a>
      </p>
    )}
  </div>
);
