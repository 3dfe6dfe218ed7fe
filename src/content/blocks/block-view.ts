import type { CrisisLine } from '#domain/crisis-lines.ts';
import { eachNode } from '#domain/lexical.ts';
import type {
  ArticleCard,
  BodyView,
  CallToActionView,
  PathwayStage,
  Picture,
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

/** Every block of the slash menu, as it is stored. */
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

/** Which heading a block may have, so that no step is left out in the page's outline. */
export type HeadingLevel = 2 | 3;

/** What leads to a block from the contents of the page. */
interface Anchored {
  anchor?: string;
}

/** What is loaded for a block before its view renders. */
export interface Loaded {
  callout: { crisisLines: CrisisLine[]; level: HeadingLevel };
  /** Without an invitation (it is not published) the block shows nothing. */
  'call-to-action': { invitation?: CallToActionView; from: string; crisisLines: CrisisLine[] };
  media: { picture?: Picture };
  'questions-and-answers': Anchored;
  quotation: Record<never, never>;
  'related-articles': Anchored & { cards: ArticleCard[] };
  sources: Anchored & { list: SourceView[] };
  'treatment-pathway': Anchored & { stations: PathwayStage[] };
}

/** A block as its view gets it: what is stored, and what was loaded for it. */
export type Shown<B extends Block> = B & Loaded[B['blockType']];

/** The block of a type. */
export type BlockOf<T extends BlockType> = Extract<Block, { blockType: T }>;

/** Any of the blocks, told apart by its type. */
export type AnyShown = { [T in BlockType]: Shown<BlockOf<T>> }[BlockType];

/** The first block of a type in a text whose blocks have been loaded. */
export function shownBlock<T extends BlockType>(
  body: BodyView,
  type: T,
): Shown<BlockOf<T>> | undefined {
  for (const { fields } of eachNode(body)) {
    if (fields?.blockType === type) return fields as unknown as Shown<BlockOf<T>>;
  }
  return undefined;
}

/** A citation in the text; `number` is its source's place in the list, which leads back to the `first`. */
export type ShownCitation = CitationBlock & { number?: number; first?: boolean };
