import { linkToAddress, linkToDocument } from '../links.ts';
import type { GlobalSeeds } from '../seed-types.ts';

/** The minimum that pages need. Placeholders in square brackets are for the publisher to fill in. */
export const ESSENTIAL_GLOBALS: GlobalSeeds = {
  header: { links: [linkToAddress('Articles', '/articles'), linkToAddress('The way', '/stages')] },
  footer: {
    columns: [
      {
        heading: 'Read',
        links: [linkToAddress('Articles', '/articles'), linkToAddress('The way', '/stages')],
      },
      {
        heading: 'This website',
        links: [
          linkToDocument('Privacy policy', 'pages', 'privacy'),
          linkToDocument('Terms of use', 'pages', 'terms'),
        ],
      },
    ],
  },
  site: {
    name: 'Throughcare',
    notice: 'This website is being set up. Its publisher has not completed it yet.',
    home: {
      heading: 'A way through treatment, in plain words',
      introduction:
        'Treatment has stages, and you can begin at any of them. Find the one that is closest to where you are now.',
    },
    legalEntity: {
      name: '[Name of the company]',
      role: '[what the company is, like a treatment center or a referral service]',
      paidByProviders: false,
    },
    timeZone: 'America/New_York',
  },
};
