import { COLOR_SCHEME_KEY, type ColorScheme } from '#domain/color-schemes.ts';
import styles from './scheme-choice.module.css';

const CHOICES: { value: ColorScheme | ''; label: string }[] = [
  { value: '', label: 'As on your device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** The choice between light and dark. Hidden until the script shows it, because only the script can store it. */
export const SchemeChoice = () => (
  <fieldset className={styles.choice} data-scheme-choice hidden>
    <legend>Colors</legend>
    {CHOICES.map(({ value, label }) => (
      <label key={label}>
        <input type="radio" name={COLOR_SCHEME_KEY} value={value} /> {label}
      </label>
    ))}
  </fieldset>
);
