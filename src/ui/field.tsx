import type { ReactNode } from 'react';
import styles from './field.module.css';

/** What every field says of itself. */
export interface FieldProps {
  /** Unique on the page, for its label, hint and error. */
  id: string;
  name: string;
  label: string;
  hint?: string;
  error?: string;
  required: boolean;
}

interface TextFieldProps extends FieldProps {
  input: 'text' | 'tel' | 'email' | 'textarea';
  autocomplete?: string;
  /** The lines in sight of a text of several. */
  rows?: number;
  value?: string;
}

interface ChoiceFieldProps extends FieldProps {
  options: readonly { value: string; label: string }[];
  values: readonly string[];
}

const describedBy = ({ id, hint, error }: FieldProps): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

/** Follows the words beside what may be left out. */
export const Optional = () => <span className={styles.optional}> (optional)</span>;

/** Hint and error; the error is in the page while there is none, hidden, for the script to fill. */
function Notes({ id, name, hint, error }: FieldProps) {
  return (
    <>
      {hint && (
        <span className={styles.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <p className={styles.error} id={`${id}-error`} data-error-for={name} hidden={!error}>
        {error}
      </p>
    </>
  );
}

/** A line or a few lines of text. */
export function TextField(props: TextFieldProps) {
  const { id, name, label, error, required, input, autocomplete, rows = 5, value } = props;
  const control = {
    className: styles.control,
    id,
    name,
    defaultValue: value,
    'aria-describedby': describedBy(props),
    'aria-invalid': error ? true : undefined,
    'aria-required': required || undefined,
    autoComplete: autocomplete,
  };
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {!required && <Optional />}
      </label>
      <Notes {...props} />
      {input === 'textarea' ? (
        <textarea {...control} rows={rows} />
      ) : (
        <input
          {...control}
          type={input}
          inputMode={input}
          spellCheck={input === 'text' ? undefined : false}
        />
      )}
    </div>
  );
}

/** One of several, from a list that opens. */
export function SelectField(props: ChoiceFieldProps) {
  const { id, name, label, error, required, options, values } = props;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {!required && <Optional />}
      </label>
      <Notes {...props} />
      <select
        className={styles.control}
        id={id}
        name={name}
        defaultValue={values[0] ?? options[0]?.value}
        aria-describedby={describedBy(props)}
        aria-invalid={error ? true : undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** One or any of several, all in sight. */
export function ChoicesField({ several, ...props }: ChoiceFieldProps & { several: boolean }) {
  const { id, name, label, required, options, values } = props;
  return (
    <fieldset className={styles.field} aria-describedby={describedBy(props)}>
      <legend className={styles.label}>
        {label}
        {!required && <Optional />}
      </legend>
      <Notes {...props} />
      {options.map(({ value, label: words }, index) => (
        <label className={styles.choice} key={value}>
          <input
            // The error summary leads to the first of them.
            id={index === 0 ? id : undefined}
            type={several ? 'checkbox' : 'radio'}
            name={name}
            value={value}
            defaultChecked={values.includes(value)}
          />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface CheckboxProps extends Pick<FieldProps, 'id' | 'name' | 'error'> {
  checked: boolean;
  children: ReactNode;
}

/** A single box to tick, with the words that it stands for. */
export function Checkbox({ id, name, error, checked, children }: CheckboxProps) {
  const errorId = `${id}-error`;
  return (
    <div className={styles.field}>
      <p className={styles.error} id={errorId} data-error-for={name} hidden={!error}>
        {error}
      </p>
      <label className={styles.choice}>
        <input
          id={id}
          type="checkbox"
          name={name}
          value="yes"
          defaultChecked={checked}
          aria-describedby={error ? errorId : undefined}
          aria-invalid={error ? true : undefined}
        />
        <span>{children}</span>
      </label>
    </div>
  );
}
