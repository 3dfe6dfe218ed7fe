import { Submit } from '#components/button.tsx';
import { TextField } from '#components/field.tsx';
import { email, fieldWords, message, name, phone } from './fields.ts';
import styles from './request-form.module.css';
import { type Typed, valuesOf } from './typed.ts';

interface KeptFormProps {
  action: string;
  typed: Typed;
}

/** The fields that a visitor may want to look at again; the rest is kept out of sight. */
const READABLE = { name, email, phone, message };

/**
 * What a visitor sent, ready to be sent again: for a page that has to answer while nobody can say what
 * the form asks.
 */
export function KeptForm({ action, typed }: KeptFormProps) {
  const readable = Object.entries(READABLE).filter(([name]) => valuesOf(typed, name).length === 1);
  const hidden = Object.keys(typed).filter((name) => !readable.some(([shown]) => shown === name));
  return (
    <form className={styles.form} method="post" action={action} noValidate>
      {hidden.flatMap((name) =>
        valuesOf(typed, name).map((value) => (
          <input type="hidden" name={name} value={value} key={`${name} ${value}`} />
        )),
      )}
      {readable.map(([name, schema]) => {
        const { label = name, input = 'text', autocomplete } = fieldWords.get(schema) ?? {};
        return (
          <TextField
            key={name}
            id={`kept-${name}`}
            name={name}
            label={label}
            input={input === 'textarea' || input === 'tel' || input === 'email' ? input : 'text'}
            autocomplete={autocomplete}
            required={name !== 'message'}
            value={valuesOf(typed, name)[0]}
          />
        );
      })}
      <p className={styles.rest}>All the rest that you entered is kept as well.</p>
      <Submit>Send it again</Submit>
    </form>
  );
}
