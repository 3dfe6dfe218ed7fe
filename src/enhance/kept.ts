import type { Typed } from '#forms/typed.ts';

/** What was typed into forms, for this tab alone and until it is closed. A full or closed store is no harm. */
const nameOf = (slug: string) => `typed:${slug}`;

export function kept(slug: string): Typed | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(slug)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

export function keep(slug: string, typed: Typed): void {
  try {
    sessionStorage.setItem(nameOf(slug), JSON.stringify(typed));
  } catch {}
}

export function forget(slug: string): void {
  try {
    sessionStorage.removeItem(nameOf(slug));
  } catch {}
}

export function forgetAll(): void {
  try {
    sessionStorage.clear();
  } catch {}
}
