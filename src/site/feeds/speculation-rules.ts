import { PASSED } from '#domain/addresses.ts';

/**
 * The page behind a link of the site is fetched as the link is pressed, before it is let go; nothing of it
 * runs until it is shown. Not when a link is only in sight or under the pointer: `moderate` means that on
 * phones, and people pay for what they never open. What is made for one person is left alone.
 */
export const writeSpeculationRules = (): string =>
  JSON.stringify({
    prefetch: [
      {
        where: {
          and: [
            { href_matches: '/*' },
            { not: { href_matches: PASSED.flatMap((path) => [path, `${path}/*`]) } },
          ],
        },
        eagerness: 'conservative',
      },
    ],
  });
