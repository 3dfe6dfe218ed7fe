import type { ArrayField, GroupField, TextFieldSingleValidation } from 'payload';
import { addressIn, LINKABLE } from '#domain/href.ts';

/** As `validHref`, for an address that may be left out. */
export const optionalHref: TextFieldSingleValidation = (value, options) =>
  !value || validHref(value, options);

/** An address typed by hand must be one that a page may link to. */
export const validHref: TextFieldSingleValidation = (value) =>
  addressIn(value) !== undefined ||
  'Enter an address that begins with https://, mailto:, tel:, or with / for a page of this site.';

/** An address of another website or of this one, which nobody on the way can read; it may be left out. */
export const optionalHttps: TextFieldSingleValidation = (value) =>
  !value ||
  /^https:/i.test(addressIn(value)?.href ?? '') ||
  'Enter an address that begins with https://.';

/** Which addresses a link takes, and how an editor learns of it. */
const ANY_ADDRESS = {
  validate: validHref,
  description: 'Like https://example.org, tel:+12125550142, or /articles.',
};

/** A link to a document of the site, which keeps working when its address changes, or to any address. */
export const link = (name = 'link', { validate, description } = ANY_ADDRESS): GroupField => ({
  name,
  type: 'group',
  label: 'Link',
  fields: [
    {
      name: 'type',
      type: 'radio',
      defaultValue: 'document',
      options: [
        { label: 'Something on this site', value: 'document' },
        { label: 'An address', value: 'address' },
      ],
    },
    {
      name: 'document',
      type: 'relationship',
      relationTo: [...LINKABLE],
      required: true,
      admin: { condition: (_, sibling) => sibling?.type !== 'address' },
    },
    {
      name: 'address',
      type: 'text',
      required: true,
      validate,
      admin: {
        condition: (_, sibling) => sibling?.type === 'address',
        description,
      },
    },
  ],
});

/** A list of links, each with the words that lead to it. */
export const labelledLinks = (): ArrayField => ({
  name: 'links',
  type: 'array',
  labels: { singular: 'Link', plural: 'Links' },
  fields: [{ name: 'label', type: 'text', localized: true, required: true, maxLength: 60 }, link()],
});
