import type { LinkView } from '#domain/view-models.ts';
import type { FormValues } from '#forms/form-values.ts';
import { visibleFieldsOf } from '#forms/visible-fields.ts';
import styles from './problem.module.css';

interface FormGonePageProps {
  typed: FormValues;
  phoneLine?: LinkView;
}

/** The page for a post to a form that no longer exists: nothing was saved, and the visitor's input is shown. */
export const FormGonePage = ({ typed, phoneLine }: FormGonePageProps) => (
  <div className={styles.problem}>
    <h1>This form is not here any more</h1>
    <p>
      It was taken down while you filled it in, so nothing was sent. What you entered is still here.
    </p>
    <dl>
      {visibleFieldsOf(typed).map(({ name, label, value }) => (
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
