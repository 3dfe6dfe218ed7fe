import styles from './problem.module.css';

interface SubmissionErrorPageProps {
  message: string;
  path: string;
}

/** The page for a `SubmissionError` that no form can show: its message, and where to go from here. */
export const SubmissionErrorPage = ({ message, path }: SubmissionErrorPageProps) => (
  <div className={styles.problem}>
    <h1>That did not work</h1>
    <p>{message}</p>
    <p>
      <a href={path}>Go back to the page</a> or <a href="/">go to the home page</a>.
    </p>
  </div>
);
