import styles from './request-form.module.css';
import { BESIDE } from './typed.ts';

/**
 * A box that no person meets: out of sight, out of the tab order, not read out, and not filled in by a
 * browser or a password manager. Its label is for those who see a page without its styles.
 */
export const HiddenBox = ({ id, value }: { id: string; value?: string }) => (
  <div className={styles.apart} aria-hidden="true">
    <label htmlFor={id}>Website (leave this box empty)</label>
    <input
      id={id}
      type="text"
      name={BESIDE.website}
      defaultValue={value}
      tabIndex={-1}
      autoComplete="off"
      data-1p-ignore="true"
      data-bwignore="true"
      data-lpignore="true"
    />
  </div>
);
