import type { FormKind } from '#forms/form-kind.ts';
import { copy } from './copy.ts';
import { schema } from './schema.ts';

export const config = {
  schema,
  copy,
  preferredContact: 'call',
  asksAboutVoicemail: true,
  answersByText: false,
} satisfies FormKind;
