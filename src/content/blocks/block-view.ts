import type { CrisisLine } from '#domain/crisis-lines.ts';
import { eachNode } from '#domain/lexical.ts';
import type {
  ArticleCardView,
  BodyView,
  CallToActionView,
  PathwayStage,
  PictureView,
  SourceView,
} from '#domain/view-models.ts';
import type {
  CalloutBlock,
  CallToActionBlock,
  CitationBlock,
  MediaBlock,
  QuestionsAndAnswersBlock,
  QuotationBlock,
  RelatedArticlesBlock,
  SourcesBlock,
  TreatmentPathwayBlock,
} from '#payload-types.ts';

/** A stored block of the slash menu. */
export type Block =
  | CalloutBlock
  | CallToActionBlock
  | MediaBlock
  | QuestionsAndAnswersBlock
  | QuotationBlock
  | RelatedArticlesBlock
  | SourcesBlock
  | TreatmentPathwayBlock;

export type BlockType = Block['blockType'];

/** The heading level of a block; it depends on the block's place, so that the page's outline skips no level. */
export type HeadingLevel = 2 | 3;

interface WithAnchor {
  /** The id that the table of contents links to. */
  anchor?: string;
}

/** The data that is loaded for each type of block before its view renders. */
export interface BlockData {
  callout: { crisisLines: CrisisLine[]; level: HeadingLevel };
  'call-to-action': {
    /** Undefined if the call to action is not published: the block then renders nothing. */
    callToActionView?: CallToActionView;
    /** The path of the page, which the form sends along. */
    fromPath: string;
    crisisLines: CrisisLine[];
  };
  media: { picture?: PictureView };
  'questions-and-answers': WithAnchor;
  quotation: Record<never, never>;
  'related-articles': WithAnchor & { cards: ArticleCardView[] };
  sources: WithAnchor & { list: SourceView[] };
  'treatment-pathway': WithAnchor & { stages: PathwayStage[] };
}

/** The props of a block's view: the stored block and the data loaded for it. */
export type BlockView<B extends Block> = B & BlockData[B['blockType']];

/** The stored block of the type `T`. */
export type BlockOf<T extends BlockType> = Extract<Block, { blockType: T }>;

/** The view of any block, discriminated by `blockType`. */
export type AnyBlockView = { [T in BlockType]: BlockView<BlockOf<T>> }[BlockType];

/** Returns the first block of a type in a body whose block data is loaded. */
export function findBlock<T extends BlockType>(
  body: BodyView,
  type: T,
): BlockView<BlockOf<T>> | undefined {
  for (const { fields } of eachNode(body)) {
    if (fields?.blockType === type) return fields as unknown as BlockView<BlockOf<T>>;
  }
  return undefined;
}

/** A citation in the text. */
export type CitationView = CitationBlock & {
  /** The position of its source in the list of sources, from 1; undefined if the source is not listed. */
  number?: number;
  /** True for the first citation of a source: the list of sources links back to it. */
  first?: boolean;
};
