import type { Block, BlockOf, BlockType, BlockView } from '#content/blocks/block-view.ts';
import { fixtures as callsToAction } from '#content/blocks/call-to-action/fixtures.ts';
import { fixtures as callouts } from '#content/blocks/callout/fixtures.ts';
import { fixtures as pictures } from '#content/blocks/media/fixtures.ts';
import { fixtures as questions } from '#content/blocks/questions-and-answers/fixtures.ts';
import { fixtures as quotations } from '#content/blocks/quotation/fixtures.ts';
import { fixtures as related } from '#content/blocks/related-articles/fixtures.ts';
import { RenderBlock } from '#content/blocks/render-blocks.tsx';
import { RichText } from '#content/blocks/rich-text.tsx';
import {
  bold,
  cite,
  heading,
  italic,
  item,
  link,
  list,
  p,
  richText,
} from '#content/blocks/rich-text-fixtures.ts';
import { fixtures as sources } from '#content/blocks/sources/fixtures.ts';
import { fixtures as pathways } from '#content/blocks/treatment-pathway/fixtures.ts';
import { GalleryExample, GallerySection } from './gallery-example.tsx';

/** The fixtures of every block: a forgotten block is a type error. */
const BLOCKS: { [T in BlockType]: Record<string, BlockView<BlockOf<T>>> } = {
  callout: callouts,
  'treatment-pathway': pathways,
  'call-to-action': callsToAction,
  'related-articles': related,
  media: pictures,
  quotation: quotations,
  'questions-and-answers': questions,
  sources,
};

const BODY = richText(
  p(
    'Someone has said three letters to you. Perhaps it was a doctor, a counselor or your sister, and perhaps you nodded and looked it up later, on your phone, in the dark.',
    cite('samhsa-tip-47', 1),
    ' This page tells you what they stand for.',
  ),
  heading('h2', 'Whom it suits', 'whom-it-suits'),
  p(
    'It may suit you if ',
    bold('most of this'),
    ' is true. If you are ',
    italic('not sure'),
    ', read ',
    link('what detox involves', '/articles/what-detox-involves'),
    ' first.',
    cite('surgeon-general-2016', 3),
  ),
  list(
    'ul',
    item('You have a safe place to sleep.'),
    item('You want to keep a part of your day:'),
    item(list('ul', item('a job or a class,'), item('the school run.'))),
    item('You can get to the sessions.'),
  ),
  heading('h3', 'On the first day', 'on-the-first-day'),
  list('ol', item('Bring what you take, in its boxes.'), item('Ask who will be there.')),
  p('Nobody has to decide anything that day.'),
);

/** Rich text, then every block in every state. */
export const GalleryBlocks = () => (
  <>
    <GallerySection name="Text">
      <GalleryExample state="Headings, lists, links and citations">
        <RichText body={BODY} />
      </GalleryExample>
    </GallerySection>
    {Object.entries(BLOCKS).map(([type, states]) => (
      <GallerySection name={`Block: ${type}`} key={type}>
        {Object.entries(states).map(([state, block]) => (
          <GalleryExample state={state} key={state}>
            <RenderBlock block={block as BlockView<Block>} />
          </GalleryExample>
        ))}
      </GallerySection>
    ))}
  </>
);
