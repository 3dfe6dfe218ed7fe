import type { Tab, TextFieldSingleValidation } from 'payload';
import { DEFAULT_QUICK_EXIT, isQuickExitHref } from '#domain/quick-exit.ts';

const validateExitAddress: TextFieldSingleValidation = (value, { req }) =>
  isQuickExitHref(value ?? '', req.payload.config.serverURL) ||
  'Enter an address of another website that begins with https://.';

/** The Site's tab with the exit link and neutral titles, for visitors who share a device. */
export const visitorPrivacyTab: Tab = {
  label: 'Privacy of visitors',
  description: 'For readers whose phone or computer others may look at.',
  fields: [
    {
      name: 'exit',
      type: 'group',
      label: 'Exit link',
      admin: {
        description:
          'The link at the top, and Shift pressed three times. Whether a page has it is set on the page.',
      },
      fields: [
        {
          name: 'address',
          type: 'text',
          label: 'Where it leads',
          required: true,
          defaultValue: DEFAULT_QUICK_EXIT.href,
          validate: validateExitAddress,
          admin: {
            description:
              'A page that could be open for any reason, like one about the weather. It is not told where the reader came from.',
          },
        },
        {
          name: 'title',
          type: 'text',
          label: 'What the tab says on the way',
          localized: true,
          required: true,
          maxLength: 40,
          defaultValue: DEFAULT_QUICK_EXIT.title,
          admin: {
            description:
              'The other page can take a while to load. Browsers may also keep these words in their history for the page that was left.',
          },
        },
        {
          name: 'guide',
          type: 'relationship',
          label: 'Page about covering one’s tracks',
          relationTo: 'pages',
          admin: {
            description:
              'What leaving hides and what it cannot hide. While it is published, a link leads to it wherever there is an exit link. If it says where the exit leads, keep it true.',
          },
        },
      ],
    },
    {
      name: 'neutral',
      type: 'group',
      label: 'Titles and icon',
      fields: [
        {
          name: 'on',
          type: 'checkbox',
          label: 'Give all pages one neutral title and a plain icon',
          defaultValue: false,
          admin: {
            description:
              'Tabs, bookmarks and the history of a browser then do not tell what a page is about. Its address still does. Search engines may show the neutral title as well, and people who use a screen reader hear it on every page: say so in your accessibility statement.',
          },
        },
        {
          name: 'title',
          type: 'text',
          label: 'Neutral title',
          localized: true,
          required: true,
          maxLength: 40,
          defaultValue: 'Notes',
          admin: { condition: (_, sibling) => Boolean(sibling?.on) },
        },
      ],
    },
  ],
};
