import type { Typed } from '#forms/typed.ts';
import { keepScheme } from './kept-scheme.ts';

/** What was typed into forms, for this tab alone and until it is closed. A full or closed store is no harm. */
const nameOf = (slug: string) => `typed:${slug}`;

export function kept(slug: string): Typed | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(slug)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** A field that loses the focus while the page is left must not bring its text back. */
let left = false;

/** @returns false if there is no room for it: then the page is the only place where it stands */
export function keep(slug: string, typed: Typed): boolean {
  if (left) return true;
  try {
    sessionStorage.setItem(nameOf(slug), JSON.stringify(typed));
    return true;
  } catch {
    return false;
  }
}

/** What was typed, into whatever form. */
export function forgetTyped(): void {
  try {
    sessionStorage.clear();
  } catch {}
}

/** All that the site left in the browser. */
export function forgetAll(): void {
  left = true;
  keepScheme(undefined);
  forgetTyped();
}
