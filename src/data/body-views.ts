import type { Block, BlockData, BlockOf, BlockType } from '#content/blocks/block-view.ts';
import { RELATED_COUNT } from '#content/blocks/related-articles/config.ts';
import type { CrisisLine } from '#domain/crisis-lines.ts';
import { eachNode, type LexicalBody, type LexicalNode, textOf } from '#domain/lexical.ts';
import { idOf, idsOf } from '#domain/relationship.ts';
import type {
  BodyView,
  CallToActionView,
  PathwayStage,
  PictureView,
  SectionView,
  SourceView,
} from '#domain/view-models.ts';
import { findCallsToAction } from './calls-to-action.ts';
import { type HrefResolver, resolveLinks, type StoredLink } from './links.ts';
import { findPictures } from './pictures.ts';
import type { Reader } from './reader.ts';
import {
  assignAnchors,
  assignHeadingLevels,
  citedSourceKeys,
  numberCitations,
  replaceRepeatedForms,
} from './reading-order.ts';
import { type ArticleRelations, findRelatedArticles } from './related-articles.ts';
import { listStages, pathwayOf } from './stages.ts';

/** What blocks need to know about their page. */
export interface BodyContext {
  /** Path of the page, which forms send along. */
  path: string;
  crisisLines: CrisisLine[];
  /** Only on the page of an article: finds related articles. */
  article?: ArticleRelations;
  sources?: SourceView[];
  /** Ids of the stages that the pathway marks as current. */
  stages?: string[];
}

/** What the loaders of blocks share: the documents that the whole body refers to. */
interface LoaderContext extends BodyContext {
  reader: Reader;
  pictures: Map<string, PictureView>;
  callsToAction: Map<string, CallToActionView>;
  pathway: PathwayStage[];
  /** Keys of the sources that the text cites. */
  citedKeys: ReadonlySet<string>;
}

type Loaders = {
  [T in BlockType]: (
    block: BlockOf<T>,
    loaderContext: LoaderContext,
  ) => BlockData[T] | Promise<BlockData[T]>;
};

const loaders: Loaders = {
  callout: (_, { crisisLines }) => ({ crisisLines, level: 2 }),
  'call-to-action': ({ callToAction }, { callsToAction, path, crisisLines }) => ({
    callToActionView: callsToAction.get(idOf(callToAction) ?? ''),
    fromPath: path,
    crisisLines,
  }),
  media: ({ media }, { pictures }) => ({ picture: pictures.get(idOf(media) ?? '') }),
  'questions-and-answers': () => ({}),
  quotation: () => ({}),
  'related-articles': async ({ articles }, { reader, article }) => ({
    cards: await findRelatedArticles(reader, idsOf(articles), article, RELATED_COUNT),
  }),
  sources: (_, { sources, citedKeys }) => ({
    list: (sources ?? []).map((source) => ({ ...source, isCited: citedKeys.has(source.key) })),
  }),
  'treatment-pathway': (_, { pathway }) => ({ stages: pathway }),
};

/**
 * Loads the documents that the blocks and links of a rich text refer to, and puts their data into a copy of its nodes.
 * Documents that are not published are left out.
 */
export async function loadBodyView(
  reader: Reader,
  body: LexicalBody,
  context: BodyContext,
): Promise<BodyView> {
  const view = structuredClone(body);
  const nodes = [...eachNode(view)];
  const blocks = nodes.flatMap((node) => blockOf(node) ?? []);
  const [pictures, callsToAction, stages, hrefOf] = await Promise.all([
    findPictures(
      reader,
      blocks.flatMap((block) => mediaIdOf(block) ?? []),
    ),
    findCallsToAction(
      reader,
      blocks.flatMap((block) => callToActionIdOf(block) ?? []),
    ),
    blocks.some(({ blockType }) => blockType === 'treatment-pathway') ? listStages(reader) : [],
    resolveLinks(
      reader,
      nodes.flatMap((node) => linkOf(node) ?? []),
    ),
  ]);
  const pathway = pathwayOf(stages, new Set(context.stages));
  const citedKeys = citedSourceKeys(nodes);
  const loaderContext: LoaderContext = {
    ...context,
    reader,
    pictures,
    callsToAction,
    pathway,
    citedKeys,
  };
  for (const node of nodes) await loadIntoNode(node, loaderContext, hrefOf);
  assignAnchors(nodes);
  assignHeadingLevels(nodes);
  replaceRepeatedForms(nodes);
  numberCitations(nodes, context.sources ?? []);
  return view;
}

async function loadIntoNode(
  node: LexicalNode,
  loaderContext: LoaderContext,
  hrefOf: HrefResolver,
): Promise<void> {
  const block = blockOf(node);
  const link = linkOf(node);
  if (block) Object.assign(block, await loadBlock(block, loaderContext));
  else if (link && node.fields) node.fields = { href: hrefOf(link) };
}

/** Returns the sections of a body for a table of contents: its main headings and the headings of its blocks. */
export const sectionsOf = ({ root }: BodyView): SectionView[] =>
  root.children.flatMap((node) => {
    const { anchor, heading } = (blockOf(node) ?? {}) as { anchor?: string; heading?: string };
    if (anchor && heading) return { id: anchor, title: heading };
    return node.tag === 'h2' && node.anchor ? { id: node.anchor, title: textOf(node) } : [];
  });

const loadBlock = <T extends BlockType>(block: BlockOf<T>, loaderContext: LoaderContext) =>
  (loaders[block.blockType as T] as Loaders[T])(block, loaderContext);

const blockOf = ({ type, fields }: LexicalNode): Block | undefined =>
  type === 'block' ? (fields as unknown as Block) : undefined;

const mediaIdOf = (block: Block) => (block.blockType === 'media' ? idOf(block.media) : undefined);

const callToActionIdOf = (block: Block) =>
  block.blockType === 'call-to-action' ? idOf(block.callToAction) : undefined;

function linkOf({ type, fields }: LexicalNode): StoredLink {
  if (type !== 'link' && type !== 'autolink') return undefined;
  const { linkType, doc, url } = fields as { linkType?: string; doc?: never; url?: string };
  return linkType === 'internal'
    ? { type: 'document', document: doc }
    : { type: 'address', address: url };
}
