import type { Block } from 'payload';
import type { BlockType } from './block-view.ts';
import { CallToAction } from './call-to-action/config.ts';
import { Callout } from './callout/config.ts';
import { Citation } from './citation/config.ts';
import { Media } from './media/config.ts';
import { QuestionsAndAnswers } from './questions-and-answers/config.ts';
import { Quotation } from './quotation/config.ts';
import { RelatedArticles } from './related-articles/config.ts';
import { Sources } from './sources/config.ts';
import { TreatmentPathway } from './treatment-pathway/config.ts';

/** The blocks of the slash menu, in order. One that the union in `block-view.ts` does not have is a type error. */
const BLOCKS: Record<BlockType, Block> = {
  callout: Callout,
  'treatment-pathway': TreatmentPathway,
  'call-to-action': CallToAction,
  'related-articles': RelatedArticles,
  media: Media,
  quotation: Quotation,
  'questions-and-answers': QuestionsAndAnswers,
  sources: Sources,
};

export const blocks: Block[] = Object.values(BLOCKS);

/** The blocks inside a line of text. */
export const inlineBlocks: Block[] = [Citation];
