import { type CollectionBeforeValidateHook, ValidationError } from 'payload';
import { textSchema } from '#domain/text.ts';
import type { FormSubmission } from '#payload-types.ts';

export const MAX_NOTE_LENGTH = 4000;

const noteSchema = textSchema('Enter the note as text.')
  .max(MAX_NOTE_LENGTH, `Use up to ${MAX_NOTE_LENGTH.toLocaleString('en-US')} characters.`)
  .nullish();

/**
 * Validates the note: Payload does not validate virtual fields.
 * @throws ValidationError at `note`
 */
export const validateNote: CollectionBeforeValidateHook<FormSubmission> = ({ data, req }) => {
  if (!data) return data;
  const { data: checked, error } = noteSchema.safeParse(data.note);
  if (!error) return { ...data, note: checked };
  const [issue] = error.issues;
  throw new ValidationError({
    collection: 'form-submissions',
    errors: [{ path: 'note', message: issue?.message ?? '' }],
    req,
  });
};
