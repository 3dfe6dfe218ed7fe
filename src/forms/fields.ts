import { z } from 'zod';
import { BEST_TIME_LABELS, BEST_TIMES } from '#domain/best-times.ts';
import { email as emailAddress } from '#domain/email.ts';
import { phone as phoneNumber } from '#domain/phone.ts';
import { text, visibleText } from '#domain/text.ts';

/** How a field is asked for. */
export interface FieldWords {
  label: string;
  hint?: string;
  input: 'text' | 'tel' | 'email' | 'textarea' | 'select' | 'radios' | 'checkboxes' | 'slots';
  /** A token of the HTML standard, so that a browser can fill the field in. */
  autocomplete?: string;
  /** How many lines are in sight of a field for several. */
  rows?: number;
  options?: readonly { value: string; label: string }[];
}

/** The words that belong to a schema; the form, the API description and the admin take them from here. */
export const fieldWords = z.registry<FieldWords>();

export const name = visibleText('Enter your name')
  .max(120, 'Enter a name of up to 120 characters')
  .register(fieldWords, {
    label: 'Your name',
    hint: 'A first name is enough.',
    input: 'text',
    autocomplete: 'name',
  });

export const phone = phoneNumber.clone().register(fieldWords, {
  label: 'Phone number',
  hint: 'With area code, like 212 555 0123.',
  input: 'tel',
  autocomplete: 'tel',
});

export const mobile = phoneNumber.clone().register(fieldWords, {
  label: 'Mobile number',
  hint: 'The one we may text, with area code, like 212 555 0123.',
  input: 'tel',
  autocomplete: 'tel',
});

export const email = emailAddress.clone().register(fieldWords, {
  label: 'Email address',
  input: 'email',
  autocomplete: 'email',
});

export const bestTime = z
  .enum(BEST_TIMES, { error: 'Choose one of the times of day' })
  .optional()
  .register(fieldWords, {
    label: 'Best time to call',
    input: 'select',
    options: BEST_TIMES.map((value) => ({ value, label: BEST_TIME_LABELS[value] })),
  });

export const message = text('Enter your message as text')
  .max(2000, 'Use up to 2,000 characters. You can tell us the rest when we talk.')
  .optional()
  .register(fieldWords, {
    label: 'Your message',
    hint: 'Only what you want us to know before we talk.',
    input: 'textarea',
  });

const WISHES: FieldWords = {
  label: 'Anything we should know before we contact you?',
  hint: 'For example: do not say who is calling, or call only in the morning.',
  input: 'textarea',
  rows: 2,
};

/** How to reach somebody without harm to them: others may see their phone, or answer it. */
export const contactWishes = text('Enter what we should know as text')
  .max(500, 'Use up to 500 characters. You can tell us the rest when we talk.')
  .optional()
  .register(fieldWords, WISHES);

/** Beside a request for a text message, which no person sends. */
export const textWishes = contactWishes.clone().register(fieldWords, {
  ...WISHES,
  hint: 'The first text may go out right away. For later ones, for example: not in the evening.',
});

export const slot = z.iso
  .datetime({ error: 'Choose a time for the call' })
  .register(fieldWords, { label: 'Time for the call', input: 'slots' });
