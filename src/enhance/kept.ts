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

export function keep(slug: string, typed: Typed): void {
  if (left) return;
  try {
    sessionStorage.setItem(nameOf(slug), JSON.stringify(typed));
  } catch {}
}

export function forget(slug: string): void {
  try {
    sessionStorage.removeItem(nameOf(slug));
  } catch {}
}

/** All that the site left in the browser. */
export function forgetAll(): void {
  left = true;
  keepScheme(undefined);
  try {
    sessionStorage.clear();
  } catch {}
}
