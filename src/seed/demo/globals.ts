import { WEEKDAYS } from '#domain/business-hours.ts';
import { linkToAddress, linkToDocument } from '../links.ts';
import { ref } from '../rich-text-markup.ts';
import type { GlobalSeeds } from '../seed-types.ts';

const weekdays = WEEKDAYS.slice(0, 5).map((day) => ({ day, opens: '09:00', closes: '19:00' }));

/** A sample publisher, labeled as such. */
export const DEMO_GLOBALS: GlobalSeeds = {
  header: {
    links: [
      linkToAddress('Articles', '/articles'),
      linkToAddress('The way', '/stages'),
      linkToDocument('About', 'pages', 'about'),
      linkToDocument('Contact', 'pages', 'contact'),
    ],
  },
  footer: {
    columns: [
      {
        heading: 'Read',
        links: [
          linkToAddress('Articles', '/articles'),
          linkToAddress('The way', '/stages'),
          linkToDocument(
            'What an IOP is',
            'articles',
            'understanding-intensive-outpatient-treatment',
          ),
          linkToDocument('For families', 'topics', 'family-and-friends'),
        ],
      },
      {
        heading: 'Reach a person',
        links: [
          linkToDocument('Ask for a call', 'calls-to-action', 'request-call'),
          linkToDocument('Choose a time', 'calls-to-action', 'schedule-call'),
          linkToDocument('Get information by text', 'calls-to-action', 'text-info'),
          linkToDocument('Contact', 'pages', 'contact'),
        ],
      },
      {
        heading: 'This website',
        links: [
          linkToDocument('About', 'pages', 'about'),
          linkToDocument('Editorial policy', 'pages', 'editorial-policy'),
          linkToDocument('Privacy policy', 'pages', 'privacy'),
          linkToDocument('Terms of use', 'pages', 'terms'),
          linkToDocument('How to cover your tracks', 'pages', 'cover-your-tracks'),
          linkToDocument('Accessibility', 'pages', 'accessibility'),
        ],
      },
    ],
    smallPrint:
      'The articles give general information. They are not medical advice and do not replace a talk with a health professional.',
  },
  site: {
    name: 'Throughcare',
    notice:
      'This is a demonstration. People and phone numbers are samples, and no one answers requests. The crisis lines are real.',
    home: {
      heading: 'A way through treatment, in plain words',
      introduction:
        'What happens when you ask for help with alcohol or other drugs, what comes after it, and how to reach a person who can tell you more.',
      picture: ref('media', 'a-way-through'),
      callToAction: ref('calls-to-action', 'request-call'),
    },
    legalEntity: {
      name: 'Throughcare Sample Publisher',
      role: 'a sample company that runs this demonstration and treats no one',
      paidByProviders: false,
    },
    phoneLines: [{ label: 'Coordinators (sample number)', number: '(212) 555-0142' }],
    exit: { guide: ref('pages', 'cover-your-tracks') },
    problems: { email: 'problems@example.org', answerDays: 5 },
    timeZone: 'America/New_York',
    businessHours: [...weekdays, { day: 'saturday', opens: '10:00', closes: '14:00' }],
  },
};
