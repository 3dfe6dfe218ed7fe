import type { GlobalSeeds } from '../documents.ts';
import { toAddress, toDocument } from '../links.ts';

/** The least that pages need. What only the publisher can say is a blank in square brackets. */
export const ESSENTIAL_GLOBALS: GlobalSeeds = {
  header: { links: [toAddress('Articles', '/articles'), toAddress('The way', '/stages')] },
  footer: {
    columns: [
      {
        heading: 'Read',
        links: [toAddress('Articles', '/articles'), toAddress('The way', '/stages')],
      },
      {
        heading: 'This website',
        links: [
          toDocument('Privacy policy', 'pages', 'privacy'),
          toDocument('Terms of use', 'pages', 'terms'),
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
