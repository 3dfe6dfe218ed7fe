import { LISTED_COLLECTIONS, PUBLIC_COLLECTIONS } from './collections.ts';
import { parseHref } from './href.ts';
import { RESERVED_SLUGS } from './site-paths.ts';

/** Longest chain of redirects that is followed. */
export const MAX_REDIRECT_HOPS = 10;

/** Paths of lists of documents. The documents below them can be redirected, the lists cannot. */
const LIST_PATHS: readonly string[] = LISTED_COLLECTIONS.map(
  (collection) => PUBLIC_COLLECTIONS[collection].pathPrefix,
).filter(Boolean);

/**
 * Normalizes a path to the form in which redirects are stored and looked up: without the site's origin, with one
 * slash before each segment, no trailing slash, and percent-encoding decoded.
 * @param origin of the site, like https://example.org
 */
export function normalizeRedirectPath(typed: string, origin = ''): string {
  const trimmed = typed.trim();
  const path = origin && trimmed.startsWith(`${origin}/`) ? trimmed.slice(origin.length) : trimmed;
  return path && `/${decodePath(path).split('/').filter(Boolean).join('/')}`;
}

/** Returns the normalized path that a URL leads to, or undefined if it leads anywhere else. */
export function toSitePath(address: string, origin: string): string | undefined {
  const path = parseHref(address, origin)?.path;
  return path && normalizeRedirectPath(new URL(path, origin).pathname);
}

/** Returns a URL as the value of a `Location` header: the path for this site, `/` for an invalid URL. */
export function toLocation(address: string, origin: string): string {
  const parsed = parseHref(address, origin);
  return parsed ? (parsed.path ?? new URL(parsed.href, origin).href) : '/';
}

/** True for a path that a route of the site uses, so that no redirect can start there. */
export function isReservedPath(path: string): boolean {
  const [first = '', ...rest] = path.split('/').filter(Boolean);
  if (LIST_PATHS.includes(`/${first}`)) return rest.length === 0;
  return first === '' || first.startsWith('_') || RESERVED_SLUGS.includes(first);
}

/** Returns a message for the editor if no redirect can start at a path, or undefined if one can. */
export function findSourceProblem(path: string): string | undefined {
  if (!path) return 'Enter the old address, like /iop.';
  if (/[?#]/.test(path)) return 'Leave out ? or # and what follows: only the path counts.';
  if (/[\p{Cc}\\%]|^\/\w+:/u.test(path)) return 'Enter a path of this site, like /iop.';
  if (isReservedPath(path)) return `“${path}” is an address of the site itself. Choose another.`;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
