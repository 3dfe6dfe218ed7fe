import { z } from 'zod';
import { BEST_TIME_LABELS, BEST_TIMES } from '#domain/best-times.ts';
import { emailSchema } from '#domain/email.ts';
import { phoneSchema } from '#domain/phone.ts';
import { textSchema, visibleTextSchema } from '#domain/text.ts';

/** Metadata of a form field: its label and control. */
export interface FieldMeta {
  label: string;
  hint?: string;
  input: 'text' | 'tel' | 'email' | 'textarea' | 'select' | 'radios' | 'checkboxes' | 'slots';
  /** Autofill token of the HTML standard. */
  autocomplete?: string;
  /** Height of a textarea, in lines. */
  rows?: number;
  options?: readonly { value: string; label: string }[];
}

/** Metadata of the field schemas, for the form, the OpenAPI document and the admin. */
export const fieldMeta = z.registry<FieldMeta>();

export const name = visibleTextSchema('Enter your name')
  .max(120, 'Enter a name of up to 120 characters')
  .register(fieldMeta, {
    label: 'Your name',
    hint: 'A first name is enough.',
    input: 'text',
    autocomplete: 'name',
  });

export const phone = phoneSchema.clone().register(fieldMeta, {
  label: 'Phone number',
  hint: 'With area code, like 212 555 0123.',
  input: 'tel',
  autocomplete: 'tel',
});

export const mobile = phoneSchema.clone().register(fieldMeta, {
  label: 'Mobile number',
  hint: 'The one we may text, with area code, like 212 555 0123.',
  input: 'tel',
  autocomplete: 'tel',
});

export const email = emailSchema.clone().register(fieldMeta, {
  label: 'Email address',
  input: 'email',
  autocomplete: 'email',
});

export const bestTime = z
  .enum(BEST_TIMES, { error: 'Choose one of the times of day' })
  .optional()
  .register(fieldMeta, {
    label: 'Best time to call',
    input: 'select',
    options: BEST_TIMES.map((value) => ({ value, label: BEST_TIME_LABELS[value] })),
  });

export const message = textSchema('Enter your message as text')
  .max(2000, 'Use up to 2,000 characters. You can tell us the rest when we talk.')
  .optional()
  .register(fieldMeta, {
    label: 'Your message',
    hint: 'Only what you want us to know before we talk.',
    input: 'textarea',
  });

const CONTACT_WISHES_META: FieldMeta = {
  label: 'Anything we should know before we contact you?',
  hint: 'For example: do not say who is calling, or call only in the morning.',
  input: 'textarea',
  rows: 2,
};

/** How to contact the visitor safely: others may see their phone, or answer it. */
export const contactWishes = textSchema('Enter what we should know as text')
  .max(500, 'Use up to 500 characters. You can tell us the rest when we talk.')
  .optional()
  .register(fieldMeta, CONTACT_WISHES_META);

/** Contact wishes for `text-info`: the first text message goes out automatically, before a person reads the wishes. */
export const textWishes = contactWishes.clone().register(fieldMeta, {
  ...CONTACT_WISHES_META,
  hint: 'The first text may go out right away. For later ones, for example: not in the evening.',
});

export const slot = z.iso
  .datetime({ error: 'Choose a time for the call' })
  .register(fieldMeta, { label: 'Time for the call', input: 'slots' });
