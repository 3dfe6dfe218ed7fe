import type { FormValues } from '#forms/form-values.ts';
import { saveScheme } from './scheme-storage.ts';

// Form input is stored in `sessionStorage`: for this tab alone, until it is closed. Full or blocked storage is no error.

const storageKey = (slug: string) => `typed:${slug}`;

/** @returns the stored input of the form with this slug, if there is any */
export function loadTyped(slug: string): FormValues | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey(slug)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Set by the quick exit: a field that loses the focus while the page unloads must not store its text again. */
let hasLeft = false;

/** @returns false if the browser could not store it: then only the page itself has the input */
export function saveTyped(slug: string, typed: FormValues): boolean {
  if (hasLeft) return true;
  try {
    sessionStorage.setItem(storageKey(slug), JSON.stringify(typed));
    return true;
  } catch {
    return false;
  }
}

/** Deletes the stored input of all forms. */
export function clearTyped(): void {
  try {
    sessionStorage.clear();
  } catch {}
}

/** Deletes everything that the site stored in the browser, and stops storing input. */
export function clearAllStorage(): void {
  hasLeft = true;
  saveScheme(undefined);
  clearTyped();
}
