import type { GlobalConfig } from 'payload';
import { businessHours } from '#content/fields/business-hours.ts';
import { callsAndTextsTab } from '#content/fields/calls-and-texts.ts';
import { visitorPrivacyTab } from '#content/fields/visitor-privacy.ts';
import { isTimeZone } from '#domain/time-zone.ts';
import { anyone, hasRole, hiddenUnless } from '#platform/access/rules.ts';
import { clearMemoized } from '#platform/memoize-briefly.ts';

const validateDays = (value: unknown) =>
  value == null ||
  (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 30) ||
  'Enter whole days, from 1 to 30.';

export const Site: GlobalConfig = {
  slug: 'site',
  label: 'Site',
  access: { read: anyone, update: hasRole('admin') },
  admin: {
    group: 'Site',
    hidden: hiddenUnless('admin'),
    hideAPIURL: true,
    description: 'Who publishes this site, how to reach you, and when you answer.',
  },
  hooks: { afterChange: [clearMemoized] },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Name and home page',
          fields: [
            { name: 'name', type: 'text', required: true, maxLength: 60 },
            {
              name: 'notice',
              type: 'text',
              localized: true,
              maxLength: 200,
              admin: {
                description: 'A line at the top of every page, for as long as it is filled in.',
              },
            },
            {
              name: 'home',
              type: 'group',
              label: 'Home page',
              fields: [
                { name: 'heading', type: 'text', localized: true, required: true, maxLength: 100 },
                {
                  name: 'introduction',
                  type: 'textarea',
                  localized: true,
                  required: true,
                  maxLength: 400,
                },
                { name: 'picture', type: 'upload', relationTo: 'media' },
                {
                  name: 'callToAction',
                  type: 'relationship',
                  label: 'Call to action',
                  relationTo: 'calls-to-action',
                },
              ],
            },
          ],
        },
        {
          label: 'Publisher',
          fields: [
            {
              name: 'legalEntity',
              type: 'group',
              label: 'Legal entity',
              admin: {
                description:
                  'Stands beside every form: visitors have a right to know who will contact them and who pays for it.',
              },
              fields: [
                { name: 'name', type: 'text', required: true, maxLength: 150 },
                {
                  name: 'role',
                  type: 'text',
                  localized: true,
                  required: true,
                  maxLength: 200,
                  admin: {
                    description: 'What it is, like “a treatment center” or “a referral service”.',
                  },
                },
                {
                  name: 'paidByProviders',
                  type: 'checkbox',
                  label: 'Is paid by treatment providers',
                  admin: {
                    description: 'Tick it if any provider pays for calls, requests or placements.',
                  },
                },
              ],
            },
          ],
        },
        {
          label: 'Phone and hours',
          fields: [
            {
              name: 'phoneLines',
              type: 'array',
              label: 'Phone lines',
              labels: { singular: 'Phone line', plural: 'Phone lines' },
              admin: { description: 'The first one stands in the header and on receipts.' },
              fields: [
                {
                  type: 'row',
                  fields: [
                    { name: 'label', type: 'text', localized: true, required: true, maxLength: 60 },
                    { name: 'number', type: 'text', required: true, maxLength: 40 },
                  ],
                },
              ],
            },
            {
              name: 'problems',
              type: 'group',
              label: 'Problems with this site',
              admin: {
                description:
                  'For people who cannot use a page, or find something wrong on it. An address entered here stands at the foot of every page.',
              },
              fields: [
                {
                  type: 'row',
                  fields: [
                    { name: 'email', type: 'email', label: 'Email address' },
                    {
                      name: 'answerDays',
                      type: 'number',
                      label: 'Answered within (working days)',
                      validate: validateDays,
                    },
                  ],
                },
              ],
            },
            {
              name: 'timeZone',
              type: 'text',
              label: 'Time zone',
              required: true,
              defaultValue: 'America/New_York',
              validate: (value: unknown) =>
                (typeof value === 'string' && isTimeZone(value)) ||
                'Enter the name of a time zone, like America/New_York.',
              admin: { description: 'The one in which you answer, like America/New_York.' },
            },
            businessHours,
          ],
        },
        callsAndTextsTab,
        visitorPrivacyTab,
      ],
    },
  ],
};
