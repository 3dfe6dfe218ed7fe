import { randomInt } from 'node:crypto';

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

/** Creates a canary for each personal field of a submission. */
export function createCanaries(): Canary[] {
  const unique = digits(8);
  const number = `5${digits(6)}`;
  const [head, tail] = [number.slice(0, 3), number.slice(3)];
  return [
    createCanary('name', `Canary Name${unique}`, `Name${unique}`),
    createCanary('email', `canary.mail${unique}@mail.example`, `canary.mail${unique}`),
    createCanary(
      'phone',
      `(212) ${head}-${tail}`,
      `212${number}`,
      `${head}-${tail}`,
      `${head} ${tail}`,
    ),
    createCanary('message', `Canary Message${unique}`, `Message${unique}`),
    createCanary('contactWishes', `Canary Wishes${unique}`, `Wishes${unique}`),
    createCanary('question-story', `Canary Answer${unique}`, `Answer${unique}`),
  ];
}

/** Returns the values to type, by the names of their fields. */
export const canaryAnswers = (all: readonly Canary[]): Record<string, string> =>
  Object.fromEntries(all.map(({ field, typed }) => [field, typed]));

/** Returns the names of the fields whose canary appears in a text. */
export const findLeaks = (text: string, all: readonly Canary[]): string[] =>
  all.filter(({ forms }) => forms.some((form) => text.includes(form))).map(({ field }) => field);
