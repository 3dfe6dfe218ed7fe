import type { z } from 'zod';
import type { Question } from '#domain/questions.ts';
import type { SubmissionKind } from '#domain/submission-kinds.ts';
import { type FieldWords, fieldWords } from './fields.ts';
import { questionFields } from './questions.ts';
import { SCHEMAS } from './schemas.ts';

/** A field as a form shows it. */
export interface DescribedField extends FieldWords {
  name: string;
  required: boolean;
}

/** The fields of a form in their order, as its schema says. */
export function describeFields(
  kind: SubmissionKind,
  questions: readonly Question[],
): DescribedField[] {
  const shape: Record<string, z.ZodType> = { ...SCHEMAS[kind].shape, ...questionFields(questions) };
  return Object.entries(shape).map(([name, schema]) => {
    const words = fieldWords.get(schema);
    if (!words) throw new Error(`The field ${name} of ${kind} has no words.`);
    return { ...words, name, required: !schema.safeParse(undefined).success };
  });
}
