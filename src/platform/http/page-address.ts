import { env } from '#platform/environment/env.ts';

/** An address that only looks like one (`//`) is not asked of anybody else. */
export function urlOf(path: string): URL {
  const url = new URL(env.SITE_URL);
  const [pathname = '/', ...query] = path.split('?');
  url.pathname = pathname;
  url.search = query.join('?');
  return url;
}

/** The path without what was filled into it: a receipt is for its visitor alone. */
export const patternOf = (
  path: string,
  params: Record<string, string | string[] | undefined> = {},
): string =>
  Object.entries(params).reduce(
    (pattern, [name, value = '']) => pattern.replace([value].flat().join('/'), `[${name}]`),
    decodeURIComponent(path),
  );
