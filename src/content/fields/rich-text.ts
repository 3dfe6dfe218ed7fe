import {
  BlocksFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  InlineToolbarFeature,
  ItalicFeature,
  LinkFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical';
import type { Block, RichTextField } from 'payload';
import { LINKABLE_COLLECTIONS } from '#domain/collections.ts';
import { validateHref } from './link.ts';

const validateUrl: typeof validateHref = (value, options) =>
  (options.siblingData as { linkType?: string }).linkType === 'internal' ||
  validateHref(value, options);

/** Text, lists and links: the editor features of a short text. */
const textFeatures = () => [
  ParagraphFeature(),
  BoldFeature(),
  ItalicFeature(),
  UnorderedListFeature(),
  OrderedListFeature(),
  LinkFeature({
    enabledCollections: LINKABLE_COLLECTIONS.toSorted(),
    // Links open in the same tab: a new one is a surprise, above all on a phone.
    fields: ({ defaultFields }) =>
      defaultFields
        .filter(({ name }) => name !== 'newTab')
        .map((field) =>
          field.name === 'url' ? { ...field, validate: validateUrl } : field,
        ) as never,
  }),
  InlineToolbarFeature(),
];

export const shortTextEditor = lexicalEditor({ features: textFeatures() });

/** A rich text field without headings and blocks; inline blocks are optional. */
export const shortText = (
  field: Pick<RichTextField, 'name'> & Partial<RichTextField>,
  { inlineBlocks = [] }: { inlineBlocks?: Block[] } = {},
): RichTextField => ({
  ...field,
  type: 'richText',
  editor:
    inlineBlocks.length === 0
      ? shortTextEditor
      : lexicalEditor({ features: [...textFeatures(), BlocksFeature({ inlineBlocks })] }),
});

/** The rich text field of a body: headings, text, and the blocks of the slash menu. */
export const bodyText = (
  field: Pick<RichTextField, 'name'> & Partial<RichTextField>,
  { blocks, inlineBlocks }: { blocks: Block[]; inlineBlocks: Block[] },
): RichTextField => ({
  localized: true,
  ...field,
  type: 'richText',
  editor: lexicalEditor({
    features: [
      ...textFeatures(),
      HeadingFeature({ enabledHeadingSizes: ['h2', 'h3'] }),
      BlocksFeature({ blocks, inlineBlocks }),
      FixedToolbarFeature(),
    ],
  }),
});
