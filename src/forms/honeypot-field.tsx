import { META_FIELDS } from './form-values.ts';
import styles from './submission-form.module.css';

/**
 * A honeypot: only programs fill it in. People do not meet it: it is invisible, outside the tab order and the
 * accessibility tree, and excluded from autofill. The label is for people who see the page without styles.
 */
export const HoneypotField = ({ id, value }: { id: string; value?: string }) => (
  <div className={styles.apart} aria-hidden="true">
    <label htmlFor={id}>Website (leave this box empty)</label>
    <input
      id={id}
      type="text"
      name={META_FIELDS.website}
      defaultValue={value}
      tabIndex={-1}
      autoComplete="off"
      data-1p-ignore="true"
      data-bwignore="true"
      data-lpignore="true"
    />
  </div>
);
