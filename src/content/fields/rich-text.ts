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
import { LINKABLE } from '#domain/href.ts';
import { validHref } from './link.ts';

const validUrl: typeof validHref = (value, options) =>
  (options.siblingData as { linkType?: string }).linkType === 'internal' ||
  validHref(value, options);

/** Words, lists and links: what a callout or an answer is made of. */
const words = () => [
  ParagraphFeature(),
  BoldFeature(),
  ItalicFeature(),
  UnorderedListFeature(),
  OrderedListFeature(),
  LinkFeature({
    enabledCollections: [...LINKABLE],
    // Links open where the reader is: a new window is a surprise, on a phone above all.
    fields: ({ defaultFields }) =>
      defaultFields
        .filter(({ name }) => name !== 'newTab')
        .map((field) => (field.name === 'url' ? { ...field, validate: validUrl } : field)) as never,
  }),
  InlineToolbarFeature(),
];

export const shortTextEditor = lexicalEditor({ features: words() });

/** A short text without headings and blocks; what stands inside a line may be offered. */
export const shortText = (
  field: Pick<RichTextField, 'name'> & Partial<RichTextField>,
  { inlineBlocks = [] }: { inlineBlocks?: Block[] } = {},
): RichTextField => ({
  ...field,
  type: 'richText',
  editor:
    inlineBlocks.length === 0
      ? shortTextEditor
      : lexicalEditor({ features: [...words(), BlocksFeature({ inlineBlocks })] }),
});

/** The body of a page: headings, words, and the blocks of the slash menu. */
export const bodyText = (
  field: Pick<RichTextField, 'name'> & Partial<RichTextField>,
  { blocks, inlineBlocks }: { blocks: Block[]; inlineBlocks: Block[] },
): RichTextField => ({
  localized: true,
  ...field,
  type: 'richText',
  editor: lexicalEditor({
    features: [
      ...words(),
      HeadingFeature({ enabledHeadingSizes: ['h2', 'h3'] }),
      BlocksFeature({ blocks, inlineBlocks }),
      FixedToolbarFeature(),
    ],
  }),
});
