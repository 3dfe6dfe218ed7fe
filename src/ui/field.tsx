import type { ReactNode } from 'react';
import styles from './field.module.css';

/** Props that all fields share. */
export interface FieldProps {
  /** Id of the control, unique on the page. The ids of hint and error derive from it. */
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
  /** Height of a textarea, in lines. */
  rows?: number;
  value?: string;
}

interface ChoiceFieldProps extends FieldProps {
  options: readonly { value: string; label: string }[];
  values: readonly string[];
}

const describedBy = ({ id, hint, error }: FieldProps): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

/** The suffix of the label of an optional field. */
export const Optional = () => <span className={styles.optional}> (optional)</span>;

/** Hint and error message. Without an error, its element is in the page but hidden, and the script fills it. */
function HintAndError({ id, name, hint, error }: FieldProps) {
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

/** A text input or a textarea. */
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
      <HintAndError {...props} />
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

/** A drop-down list. */
export function SelectField(props: ChoiceFieldProps) {
  const { id, name, label, error, required, options, values } = props;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {!required && <Optional />}
      </label>
      <HintAndError {...props} />
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

/** Radio buttons, or checkboxes if several options can be chosen. */
export function ChoicesField({ multiple, ...props }: ChoiceFieldProps & { multiple: boolean }) {
  const { id, name, label, required, options, values } = props;
  return (
    <fieldset className={styles.field} aria-describedby={describedBy(props)}>
      <legend className={styles.label}>
        {label}
        {!required && <Optional />}
      </legend>
      <HintAndError {...props} />
      {options.map(({ value, label: optionLabel }, index) => (
        <label className={styles.choice} key={value}>
          <input
            // The error summary links to the first option.
            id={index === 0 ? id : undefined}
            type={multiple ? 'checkbox' : 'radio'}
            name={name}
            value={value}
            defaultChecked={values.includes(value)}
          />
          <span>{optionLabel}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface CheckboxProps extends Pick<FieldProps, 'id' | 'name' | 'error'> {
  checked: boolean;
  children: ReactNode;
}

/** A single checkbox. */
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
