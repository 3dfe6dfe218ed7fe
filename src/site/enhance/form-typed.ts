import { type Typed, typedIn } from '#forms/typed.ts';

/** What a form holds now. */
export function typedInForm(form: HTMLFormElement): Typed {
  const entries: [string, string][] = [];
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') entries.push([name, value]);
  }
  return typedIn(entries);
}
