import { type CollectionBeforeValidateHook, ValidationError } from 'payload';
import { text } from '#domain/text.ts';
import type { FormSubmission } from '#payload-types.ts';

export const LONGEST_NOTE = 4000;

const note = text('Enter the note as text.')
  .max(LONGEST_NOTE, `Use up to ${LONGEST_NOTE.toLocaleString('en-US')} characters.`)
  .nullish();

/**
 * Checks a note, which is a virtual field: Payload does not check those.
 * @throws ValidationError at the note
 */
export const checkNote: CollectionBeforeValidateHook<FormSubmission> = ({ data, req }) => {
  if (!data) return data;
  const { data: checked, error } = note.safeParse(data.note);
  if (!error) return { ...data, note: checked };
  const [issue] = error.issues;
  throw new ValidationError({
    collection: 'form-submissions',
    errors: [{ path: 'note', message: issue?.message ?? '' }],
    req,
  });
};
