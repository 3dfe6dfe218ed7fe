import type { ComponentType } from 'react';
import type { Block, BlockView } from './block-view.ts';
import { CallToAction } from './call-to-action/component.tsx';
import { Callout } from './callout/component.tsx';
import { Media } from './media/component.tsx';
import { QuestionsAndAnswers } from './questions-and-answers/component.tsx';
import { Quotation } from './quotation/component.tsx';
import { RelatedArticles } from './related-articles/component.tsx';
import { Sources } from './sources/component.tsx';
import { TreatmentPathway } from './treatment-pathway/component.tsx';

/** The view of every block; a missing one is a type error. */
const components: { [B in Block as B['blockType']]: ComponentType<BlockView<B>> } = {
  'call-to-action': CallToAction,
  callout: Callout,
  media: Media,
  'questions-and-answers': QuestionsAndAnswers,
  quotation: Quotation,
  'related-articles': RelatedArticles,
  sources: Sources,
  'treatment-pathway': TreatmentPathway,
};

/** Renders a block of the slash menu; renders nothing for a type that this version does not know. */
export function RenderBlock({ block }: { block: BlockView<Block> }) {
  const Component = components[block.blockType] as ComponentType<BlockView<Block>> | undefined;
  return Component ? <Component {...block} /> : null;
}
