import styles from './problem.module.css';

interface RefusalProps {
  message: string;
  path: string;
}

/** What was sent was not taken: why, and how to go on. */
export const Refusal = ({ message, path }: RefusalProps) => (
  <div className={styles.problem}>
    <h1>That did not work</h1>
    <p>{message}</p>
    <p>
      <a href={path}>Go back to the page</a> or <a href="/">go to the home page</a>.
    </p>
  </div>
);
