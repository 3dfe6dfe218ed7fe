import type { ReactNode } from 'react';
import type { CrisisLine } from '#domain/crisis-lines.ts';
import { SubmitButton } from '#ui/button.tsx';
import { TextField } from '#ui/field.tsx';
import { CrisisNotice } from './form-notices.tsx';
import { type FormValues, valuesOf } from './form-values.ts';
import styles from './submission-form.module.css';
import { visibleFieldsOf } from './visible-fields.ts';

interface RestoredFormProps extends Pick<ResubmitFormProps, 'action' | 'crisisLines'> {
  values: FormValues;
}

/**
 * A form with all values that a visitor sent, for sending them again. It serves pages that render while the fields of
 * the form are unknown, for example because the database is unavailable.
 */
export function RestoredForm({ values, ...form }: RestoredFormProps) {
  const visible = visibleFieldsOf(values);
  const hidden = Object.keys(values).filter(
    (name) => !visible.some((field) => field.name === name),
  );
  return (
    <ResubmitForm {...form}>
      {hidden.flatMap((name) =>
        valuesOf(values, name).map((value) => (
          <input type="hidden" name={name} value={value} key={`${name} ${value}`} />
        )),
      )}
      {visible.map(({ name, label, input, autocomplete, rows, required, value }) => (
        <TextField
          key={name}
          id={`kept-${name}`}
          name={name}
          label={label}
          input={input === 'textarea' || input === 'tel' || input === 'email' ? input : 'text'}
          autocomplete={autocomplete}
          rows={rows}
          required={required}
          value={value}
        />
      ))}
    </ResubmitForm>
  );
}

interface ResubmitFormProps {
  action: string;
  crisisLines: readonly CrisisLine[];
  /** The controls with everything that was sent, hidden or visible. */
  children: ReactNode;
}

/** A form for sending again what was sent before. */
export const ResubmitForm = ({ action, crisisLines, children }: ResubmitFormProps) => (
  <form className={styles.form} method="post" action={action} noValidate>
    <CrisisNotice crisisLines={crisisLines}>
      If you need help right now, do not wait for us:
    </CrisisNotice>
    {children}
    <p className={styles.rest}>All the rest that you entered is kept as well.</p>
    <SubmitButton>Send it again</SubmitButton>
  </form>
);
