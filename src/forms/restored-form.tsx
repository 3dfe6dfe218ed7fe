import type { ReactNode } from 'react';
import type { CrisisLine } from '#domain/crisis-lines.ts';
import { Submit } from '#ui/button.tsx';
import { TextField } from '#ui/field.tsx';
import { HelpNow } from './beside-form.tsx';
import { readableIn } from './readable.ts';
import styles from './request-form.module.css';
import { type Typed, valuesOf } from './typed.ts';

interface KeptFormProps extends Pick<SendAgainProps, 'action' | 'crisisLines'> {
  typed: Typed;
}

/**
 * What a visitor sent, ready to be sent again: for a page that has to answer while nobody can say what
 * the form asks.
 */
export function RestoredForm({ typed, ...again }: KeptFormProps) {
  const readable = readableIn(typed);
  const hidden = Object.keys(typed).filter(
    (name) => !readable.some((field) => field.name === name),
  );
  return (
    <SendAgain {...again}>
      {hidden.flatMap((name) =>
        valuesOf(typed, name).map((value) => (
          <input type="hidden" name={name} value={value} key={`${name} ${value}`} />
        )),
      )}
      {readable.map(({ name, label, input, autocomplete, rows, required, value }) => (
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
    </SendAgain>
  );
}

interface SendAgainProps {
  action: string;
  crisisLines: readonly CrisisLine[];
  /** All that was sent: some of it in sight. */
  children: ReactNode;
}

/** A form that holds what was sent, and sends it again. */
export const SendAgain = ({ action, crisisLines, children }: SendAgainProps) => (
  <form className={styles.form} method="post" action={action} noValidate>
    <HelpNow crisisLines={crisisLines}>If you need help right now, do not wait for us:</HelpNow>
    {children}
    <p className={styles.rest}>All the rest that you entered is kept as well.</p>
    <Submit>Send it again</Submit>
  </form>
);
