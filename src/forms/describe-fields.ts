import type { z } from 'zod';
import type { Question } from '#domain/questions.ts';
import type { SubmissionKind } from '#domain/submission-kinds.ts';
import { questionFields } from './editor-questions.ts';
import { type FieldMeta, fieldMeta } from './fields.ts';
import { FORM_KINDS } from './kinds.ts';

/** View model of a form field. */
export interface FormFieldView extends FieldMeta {
  name: string;
  required: boolean;
}

/**
 * Returns the fields of a form in order: those of the kind, then the questions of the editor.
 * @throws Error if a schema has no metadata
 */
export function describeFields(
  kind: SubmissionKind,
  questions: readonly Question[],
): FormFieldView[] {
  const { schema } = FORM_KINDS[kind];
  const shape: Record<string, z.ZodType> = { ...schema.shape, ...questionFields(questions) };
  return Object.entries(shape).map(([name, schema]) => {
    const meta = fieldMeta.get(schema);
    if (!meta)
      throw new Error(
        `The field ${name} of ${kind} has no metadata: register its schema in fieldMeta.`,
      );
    return { ...meta, name, required: !schema.safeParse(undefined).success };
  });
}
