import type { CollectionConfig, Condition } from 'payload';
import { drafts } from '#content/fields/drafts.ts';
import { link } from '#content/fields/link.ts';
import { slug } from '#content/fields/slug.ts';
import { restrictPublishing } from '#content/hooks/restrict-publishing.ts';
import { phoneSchema } from '#domain/phone.ts';
import { QUESTION_TYPE_LABELS, QUESTION_TYPES } from '#domain/questions.ts';
import { CALL_TO_ACTION_KINDS, isSubmissionKind, KIND_LABELS } from '#domain/submission-kinds.ts';
import { hasRole, hiddenUnless, publishedOnlyBy, publishedOr } from '#platform/access/rules.ts';
import { clearMemoized } from '#platform/memoize-briefly.ts';

const hasForm: Condition = (data) => isSubmissionKind(data?.kind);
const hasOptions: Condition = (_, sibling) => ['choice', 'choices'].includes(sibling?.type);

export const CallsToAction: CollectionConfig = {
  slug: 'calls-to-action',
  labels: { singular: 'Call to action', plural: 'Calls to action' },
  access: {
    create: publishedOnlyBy(['editor', 'admin'], hasRole('editor', 'admin')),
    read: publishedOr('writer', 'editor', 'reviewer', 'admin'),
    readVersions: hasRole('writer', 'editor', 'reviewer', 'admin'),
    update: publishedOnlyBy(['editor', 'admin'], hasRole('editor', 'admin')),
    delete: hasRole('admin'),
  },
  admin: {
    group: 'Content',
    hidden: hiddenUnless('writer', 'editor', 'reviewer', 'admin'),
    hideAPIURL: true,
    disableCopyToLocale: true,
    useAsTitle: 'heading',
    defaultColumns: ['heading', 'kind', 'slug', '_status', 'updatedAt'],
    description:
      'Invitations to reach a person. Placed in articles and pages; changed here, they change everywhere.',
  },
  versions: drafts,
  defaultSort: 'heading',
  hooks: {
    beforeOperation: [restrictPublishing('editor', 'admin')],
    afterChange: [clearMemoized],
    afterDelete: [clearMemoized],
  },
  fields: [
    {
      name: 'kind',
      type: 'select',
      required: true,
      options: CALL_TO_ACTION_KINDS.map((value) => ({ value, label: KIND_LABELS[value] })),
      admin: { description: 'It decides what the form asks for and what is promised.' },
    },
    { name: 'heading', type: 'text', localized: true, required: true, maxLength: 100 },
    {
      name: 'text',
      type: 'textarea',
      localized: true,
      required: true,
      maxLength: 400,
      admin: {
        description: 'What the visitor gets and what it costs. When we answer is added by itself.',
      },
    },
    {
      name: 'button',
      type: 'text',
      localized: true,
      required: true,
      maxLength: 50,
      admin: { description: 'Says what happens, like “Ask for a call”.' },
    },
    { ...link(), admin: { condition: (data) => data?.kind === 'link' } },
    {
      name: 'phone',
      type: 'text',
      label: 'Phone number',
      required: true,
      admin: { condition: (data) => data?.kind === 'phone-line' },
      validate: (value: unknown) => {
        const checked = phoneSchema.safeParse(value);
        return checked.success || (checked.error.issues[0]?.message ?? 'Enter a phone number.');
      },
    },
    {
      name: 'responder',
      type: 'group',
      label: 'Who will contact the visitor',
      admin: {
        condition: hasForm,
        description: 'Left empty, it is the legal entity named in Site.',
      },
      fields: [
        {
          name: 'name',
          type: 'text',
          maxLength: 150,
          admin: { description: 'The full name of the company or person.' },
        },
        {
          name: 'role',
          type: 'text',
          localized: true,
          required: true,
          maxLength: 200,
          admin: {
            condition: (_, sibling) => Boolean(sibling?.name),
            description: 'What they are, like “a treatment center” or “a referral service”.',
          },
        },
        {
          name: 'paidByProviders',
          type: 'checkbox',
          label: 'Is paid by treatment providers',
          admin: { condition: (_, sibling) => Boolean(sibling?.name) },
        },
      ],
    },
    {
      name: 'questions',
      type: 'array',
      label: 'Questions of your own',
      labels: { singular: 'Question', plural: 'Questions' },
      maxRows: 10,
      admin: {
        condition: hasForm,
        description: 'Asked after the fields of the kind. Ask only what you need to help.',
      },
      fields: [
        {
          name: 'label',
          type: 'text',
          label: 'Question',
          localized: true,
          required: true,
          maxLength: 200,
        },
        { name: 'hint', type: 'text', localized: true, maxLength: 200 },
        {
          name: 'type',
          type: 'select',
          required: true,
          defaultValue: 'short-text',
          options: QUESTION_TYPES.map((value) => ({ value, label: QUESTION_TYPE_LABELS[value] })),
        },
        { name: 'required', type: 'checkbox', label: 'Must be answered' },
        {
          name: 'options',
          type: 'array',
          label: 'Choices',
          labels: { singular: 'Choice', plural: 'Choices' },
          required: true,
          minRows: 2,
          maxRows: 20,
          admin: { condition: hasOptions },
          fields: [
            { name: 'label', type: 'text', localized: true, required: true, maxLength: 100 },
          ],
        },
      ],
    },
    slug({
      from: 'heading',
      description:
        'The last part of the form’s address, made from the heading. Change it only before it is published: links to the old address would break.',
    }),
  ],
};
