import { RESERVED_SLUGS } from './addresses.ts';
import { addressIn } from './href.ts';

/** Nobody is sent on more often than this, however the redirects are chained. */
export const MOST_HOPS = 10;

/** Folders that the site answers itself, with documents below them that can move. */
const FOLDERS = ['articles', 'people', 'stages', 'topics'];

/**
 * A path of the site as redirects are stored and found: without the site's origin, with one slash before
 * each piece and none at the end, and letters as people read them rather than percent-encoded.
 * @param origin of the site, like https://example.org
 */
export function normalPath(typed: string, origin = ''): string {
  const trimmed = typed.trim();
  const path = origin && trimmed.startsWith(`${origin}/`) ? trimmed.slice(origin.length) : trimmed;
  return path && `/${decoded(path).split('/').filter(Boolean).join('/')}`;
}

/** The path that an address leads to, if that is one of this site. */
export function pathOnSite(address: string, origin: string): string | undefined {
  const path = addressIn(address, origin)?.path;
  return path && normalPath(new URL(path, origin).pathname);
}

/** The address as it can stand in a header: as a path if it is one of this site. What is none leads home. */
export function asLocation(address: string, origin: string): string {
  const found = addressIn(address, origin);
  return found ? (found.path ?? new URL(found.href, origin).href) : '/';
}

/** True for a path that the site answers itself, whatever its documents are. */
export function isOwn(path: string): boolean {
  const [first = '', ...rest] = path.split('/').filter(Boolean);
  if (FOLDERS.includes(first)) return rest.length === 0;
  return first === '' || first.startsWith('_') || RESERVED.includes(first);
}

const RESERVED: readonly string[] = RESERVED_SLUGS;

/** Why nothing can be redirected from a path, for an editor; undefined if it can. */
export function whyNotFrom(path: string): string | undefined {
  if (!path) return 'Enter the old address, like /iop.';
  if (/[?#]/.test(path)) return 'Leave out ? or # and what follows: only the path counts.';
  if (/[\p{Cc}\\%]|^\/\w+:/u.test(path)) return 'Enter a path of this site, like /iop.';
  if (isOwn(path)) return `“${path}” is an address of the site itself. Choose another.`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
