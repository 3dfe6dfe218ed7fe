import { randomInt } from 'node:crypto';

/** Something personal that stands nowhere else, in each of the ways in which it could be written down. */
export interface Canary {
  field: string;
  typed: string;
  forms: string[];
}

const digits = (count: number): string => String(randomInt(10 ** (count - 1), 10 ** count));

const canary = (field: string, typed: string, ...others: string[]): Canary => ({
  field,
  typed,
  forms: [
    typed,
    encodeURIComponent(typed),
    new URLSearchParams({ a: typed }).toString().slice(2),
    ...others,
  ],
});

/** One for each field of a request that has to do with a person. */
export function canaries(): Canary[] {
  const mark = digits(8);
  const number = `5${digits(6)}`;
  const [head, tail] = [number.slice(0, 3), number.slice(3)];
  return [
    canary('name', `Canary Name${mark}`, `Name${mark}`),
    canary('email', `canary.mail${mark}@mail.example`, `canary.mail${mark}`),
    canary('phone', `(212) ${head}-${tail}`, `212${number}`, `${head}-${tail}`, `${head} ${tail}`),
    canary('message', `Canary Message${mark}`, `Message${mark}`),
    canary('contactWishes', `Canary Wishes${mark}`, `Wishes${mark}`),
    canary('question-story', `Canary Answer${mark}`, `Answer${mark}`),
  ];
}

/** The answers by the names of their fields. */
export const answersOf = (all: readonly Canary[]): Record<string, string> =>
  Object.fromEntries(all.map(({ field, typed }) => [field, typed]));

/** The fields whose canary stands in a text. */
export const foundIn = (text: string, all: readonly Canary[]): string[] =>
  all.filter(({ forms }) => forms.some((form) => text.includes(form))).map(({ field }) => field);
