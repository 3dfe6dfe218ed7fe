import { type FormValues, parseFormEntries } from '#forms/form-values.ts';

/** Reads the current input of a form; files are left out. */
export function readTyped(form: HTMLFormElement): FormValues {
  const entries: [string, string][] = [];
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') entries.push([name, value]);
  }
  return parseFormEntries(entries);
}
