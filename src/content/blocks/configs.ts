import type { Block } from 'payload';
import { CallToAction } from './call-to-action/config.ts';
import { Callout } from './callout/config.ts';
import { Citation } from './citation/config.ts';
import { Media } from './media/config.ts';
import { QuestionsAndAnswers } from './questions-and-answers/config.ts';
import { Quotation } from './quotation/config.ts';
import { RelatedArticles } from './related-articles/config.ts';
import { Sources } from './sources/config.ts';
import { TreatmentPathway } from './treatment-pathway/config.ts';

/** The blocks of the slash menu, in order. */
export const blocks: Block[] = [
  Callout,
  TreatmentPathway,
  CallToAction,
  RelatedArticles,
  Media,
  Quotation,
  QuestionsAndAnswers,
  Sources,
];

/** The blocks inside a line of text. */
export const inlineBlocks: Block[] = [Citation];
