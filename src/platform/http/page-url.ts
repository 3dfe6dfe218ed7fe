import { env } from '#platform/environment/env.ts';

/** Returns the URL of a path of the site. Setting the parts one by one keeps `//host` from becoming another host. */
export function siteUrlOf(path: string): URL {
  const url = new URL(env.SITE_URL);
  const [pathname = '/', ...query] = path.split('?');
  url.pathname = pathname;
  url.search = query.join('?');
  return url;
}

/**
 * Returns the route pattern of a path, with `[name]` in place of parameters. For logs: a receipt in a path is private.
 */
export const routePatternOf = (
  path: string,
  params: Record<string, string | string[] | undefined> = {},
): string =>
  Object.entries(params).reduce(
    (pattern, [name, value = '']) => pattern.replace([value].flat().join('/'), `[${name}]`),
    decodeURIComponent(path),
  );
