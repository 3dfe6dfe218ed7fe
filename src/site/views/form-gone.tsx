import type { LinkView } from '#domain/view-models.ts';
import { readableIn } from '#forms/readable.ts';
import type { Typed } from '#forms/typed.ts';
import styles from './problem.module.css';

interface FormGoneProps {
  typed: Typed;
  phoneLine?: LinkView;
}

/** A form that was taken down while somebody filled it in: nothing was sent, and nothing is lost. */
export const FormGone = ({ typed, phoneLine }: FormGoneProps) => (
  <div className={styles.problem}>
    <h1>This form is not here any more</h1>
    <p>
      It was taken down while you filled it in, so nothing was sent. What you entered is still here.
    </p>
    <dl>
      {readableIn(typed).map(({ name, label, value }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
    <p>
      {phoneLine && (
        <>
          You can call us at <a href={phoneLine.href}>{phoneLine.label}</a>.{' '}
        </>
      )}
      There may be another form on <a href="/">the home page</a>.
    </p>
  </div>
);
