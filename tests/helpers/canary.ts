import { randomInt } from 'node:crypto';
import type { SubmissionKind } from '#domain/submission-kinds.ts';
import { type AnswerField, FORM_KINDS } from '#forms/kinds.ts';

/** A unique personal value, with the encoded and partial forms in which it could leak. */
export interface Canary {
  field: string;
  typed: string;
  forms: string[];
}

const digits = (count: number): string => String(randomInt(10 ** (count - 1), 10 ** count));

const createCanary = (field: string, typed: string, ...others: string[]): Canary => ({
  field,
  typed,
  forms: [
    typed,
    encodeURIComponent(typed),
    new URLSearchParams({ a: typed }).toString().slice(2),
    ...others,
  ],
});

/** The fields that visitors fill in themselves. What they choose from a list identifies nobody. */
type PersonalField = Exclude<AnswerField, 'bestTime' | 'slot'>;

/** Creates a canary for each personal field of a submission, and for the question `story` of an editor. */
export function createCanaries(): Canary[] {
  const unique = digits(8);
  const number = `5${digits(6)}`;
  const [head, tail] = [number.slice(0, 3), number.slice(3)];
  const texts: Record<PersonalField, [typed: string, ...others: string[]]> = {
    name: [`Canary Name${unique}`, `Name${unique}`],
    email: [`canary.mail${unique}@mail.example`, `canary.mail${unique}`],
    phone: [`(212) ${head}-${tail}`, `212${number}`, `${head}-${tail}`, `${head} ${tail}`],
    message: [`Canary Message${unique}`, `Message${unique}`],
    contactWishes: [`Canary Wishes${unique}`, `Wishes${unique}`],
  };
  return [
    ...Object.entries(texts).map(([field, [typed, ...others]]) =>
      createCanary(field, typed, ...others),
    ),
    createCanary('question-story', `Canary Answer${unique}`, `Answer${unique}`),
  ];
}

/** Returns the values to type into a form of this kind with the question, by the names of their fields. */
export const canaryAnswers = (
  all: readonly Canary[],
  kind: SubmissionKind,
): Record<string, string> =>
  Object.fromEntries(
    all
      .filter(
        ({ field }) => field in FORM_KINDS[kind].schema.shape || field.startsWith('question-'),
      )
      .map(({ field, typed }) => [field, typed]),
  );

/** Returns the names of the fields whose canary appears in a text. */
export const findLeaks = (text: string, all: readonly Canary[]): string[] =>
  all.filter(({ forms }) => forms.some((form) => text.includes(form))).map(({ field }) => field);
