import type { ArrayField, GroupField, TextFieldSingleValidation } from 'payload';
import { LINKABLE_COLLECTIONS } from '#domain/collections.ts';
import { parseHref } from '#domain/href.ts';

/** Like `validateHref`, for an optional address. */
export const validateOptionalHref: TextFieldSingleValidation = (value, options) =>
  !value || validateHref(value, options);

/** Accepts the addresses that a page may link to. */
export const validateHref: TextFieldSingleValidation = (value) =>
  parseHref(value) !== undefined ||
  'Enter an address that begins with https://, mailto:, tel:, or with / for a page of this site.';

/** Accepts an optional `https:` address. */
export const validateOptionalHttps: TextFieldSingleValidation = (value) =>
  !value ||
  /^https:/i.test(parseHref(value)?.href ?? '') ||
  'Enter an address that begins with https://.';

const ANY_ADDRESS = {
  validate: validateHref,
  description: 'Like https://example.org, tel:+12125550142, or /articles.',
};

/**
 * A link to a document or to an address. A link to a document keeps working when the document's address
 * changes.
 */
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
      relationTo: LINKABLE_COLLECTIONS.toSorted(),
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

/** A list of links with labels. */
export const labelledLinks = (): ArrayField => ({
  name: 'links',
  type: 'array',
  labels: { singular: 'Link', plural: 'Links' },
  fields: [{ name: 'label', type: 'text', localized: true, required: true, maxLength: 60 }, link()],
});
