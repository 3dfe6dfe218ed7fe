import type { ShownLink } from '#domain/shown.ts';
import { KeptForm } from '#forms/kept-form.tsx';
import { isFilledIn, type Typed } from '#forms/typed.ts';
import styles from './problem.module.css';

interface UnavailableProps {
  path: string;
  /** What was sent with the page, if it was a form. */
  typed: Typed;
  phoneLine?: ShownLink;
}

/** The page cannot be made right now. A request that was sent is not saved, but not lost either. */
export function Unavailable({ path, typed, phoneLine }: UnavailableProps) {
  const sent = isFilledIn(typed);
  return (
    <div className={styles.problem}>
      <h1>{sent ? 'We could not take your request yet' : 'We cannot show this page right now'}</h1>
      <p>
        Something on our side is not working.{' '}
        {sent
          ? 'What you entered is still here. Wait a minute, then send it again.'
          : 'Wait a minute, then try again.'}
      </p>
      {phoneLine && (
        <p>
          You can also call us at <a href={phoneLine.href}>{phoneLine.label}</a>.
        </p>
      )}
      {sent ? (
        <KeptForm action={path} typed={typed} />
      ) : (
        <p>
          <a href={path}>Try again</a>
        </p>
      )}
    </div>
  );
}
