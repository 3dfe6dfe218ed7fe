import type { Tab } from 'payload';

/** Overrides title and summary for search engines and shared links. */
export const searchEnginesTab: Tab = {
  name: 'seo',
  label: 'Search engines',
  description: 'Left empty, the title and the summary are used.',
  fields: [
    {
      name: 'title',
      type: 'text',
      localized: true,
      maxLength: 70,
      admin: { description: 'Up to 60 characters are shown in results.' },
    },
    {
      name: 'description',
      type: 'textarea',
      localized: true,
      maxLength: 200,
      admin: { description: 'Up to 155 characters are shown in results.' },
    },
  ],
};
