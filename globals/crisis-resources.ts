import type { GlobalConfig } from 'payload';
import { validateOptionalHttps } from '#content/fields/link.ts';
import { anyone, hasRole, hiddenUnless } from '#platform/access/rules.ts';

const validateDialedNumber = (value: unknown) =>
  !value ||
  /^\+?\d{3,15}$/.test(String(value)) ||
  'Enter what a phone dials: digits only, like 988 or +18006624357.';

export const CrisisResources: GlobalConfig = {
  slug: 'crisis-resources',
  label: 'Crisis resources',
  access: { read: anyone, update: hasRole('admin') },
  admin: {
    group: 'Site',
    hidden: hiddenUnless('admin'),
    hideAPIURL: true,
    description:
      'The lines that stand on every page, above every form and in crisis callouts. Check them twice a year.',
  },
  fields: [
    {
      name: 'lines',
      type: 'array',
      labels: { singular: 'Line', plural: 'Lines' },
      required: true,
      minRows: 1,
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'name', type: 'text', localized: true, required: true, maxLength: 80 },
            {
              name: 'shortName',
              type: 'text',
              label: 'Short name',
              localized: true,
              maxLength: 20,
              admin: {
                description: 'A word or two for the top of every page, like “Crisis line”.',
              },
            },
            {
              name: 'number',
              type: 'text',
              label: 'Number as people know it',
              required: true,
              maxLength: 40,
            },
          ],
        },
        {
          name: 'when',
          type: 'text',
          label: 'When to use it',
          localized: true,
          required: true,
          maxLength: 200,
        },
        {
          type: 'row',
          fields: [
            {
              name: 'tel',
              type: 'text',
              label: 'Dialed for a call',
              required: true,
              validate: validateDialedNumber,
            },
            {
              name: 'sms',
              type: 'text',
              label: 'Dialed for a text',
              validate: validateDialedNumber,
            },
            { name: 'tty', type: 'text', label: 'TTY number', maxLength: 40 },
          ],
        },
        {
          name: 'chat',
          type: 'text',
          label: 'Address of the chat',
          validate: validateOptionalHttps,
        },
      ],
    },
  ],
};
