import { PROXIED_PATHS } from '#domain/site-paths.ts';

/**
 * Writes rules by which browsers prefetch a page while its link is being pressed. `moderate` would also prefetch
 * links that are only in the viewport of a phone, and people would pay for pages that they never open. Pages that
 * are made for one person are excluded.
 */
export const writeSpeculationRules = (): string =>
  JSON.stringify({
    prefetch: [
      {
        where: {
          and: [
            { href_matches: '/*' },
            { not: { href_matches: PROXIED_PATHS.flatMap((path) => [path, `${path}/*`]) } },
          ],
        },
        eagerness: 'conservative',
      },
    ],
  });
