import { SCHEME_KEY, type Scheme } from '#domain/schemes.ts';
import styles from './scheme-choice.module.css';

const CHOICES: { value: Scheme | ''; label: string }[] = [
  { value: '', label: 'As on your device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** Light or dark: the script shows it, because only the script can keep it. */
export const SchemeChoice = () => (
  <fieldset className={styles.choice} data-scheme-choice hidden>
    <legend>Colors</legend>
    {CHOICES.map(({ value, label }) => (
      <label key={label}>
        <input type="radio" name={SCHEME_KEY} value={value} /> {label}
      </label>
    ))}
  </fieldset>
);
