import type { Block, BlockOf, BlockType, Loaded } from '#content/blocks/block-view.ts';
import { RELATED_COUNT } from '#content/blocks/related-articles/config.ts';
import type { CrisisLine } from '#domain/crisis-lines.ts';
import { eachNode, type LexicalBody, type LexicalNode, textOf } from '#domain/lexical.ts';
import { idOf, idsOf } from '#domain/relation.ts';
import type {
  BodyView,
  CallToActionView,
  PathwayStage,
  Picture,
  Section,
  SourceView,
} from '#domain/view-models.ts';
import { findCallsToAction } from './calls-to-action.ts';
import { type HrefOf, resolveLinks, type StoredLink } from './links.ts';
import { findPictures } from './pictures.ts';
import type { Reader } from './reader.ts';
import { citedIn, giveAnchors, giveForms, giveLevels, giveNumbers } from './reading-order.ts';
import { type About, relatedArticles } from './related-articles.ts';
import { listStages, pathwayOf } from './stages.ts';

/** What the blocks of a body have to know of the page they stand on. */
export interface BodyContext {
  /** The page's own path: a form says where it was sent from. */
  path: string;
  crisisLines: CrisisLine[];
  /** The article, for what is related to it. */
  about?: About;
  sources?: SourceView[];
  /** Ids of the stages that are marked on the pathway. */
  stages?: string[];
}

interface Shelf extends BodyContext {
  reader: Reader;
  pictures: Map<string, Picture>;
  invitations: Map<string, CallToActionView>;
  stations: PathwayStage[];
  /** Keys of the sources that the text cites. */
  cited: ReadonlySet<string>;
}

type Loaders = {
  [T in BlockType]: (block: BlockOf<T>, shelf: Shelf) => Loaded[T] | Promise<Loaded[T]>;
};

const loaders: Loaders = {
  callout: (_, { crisisLines }) => ({ crisisLines, level: 2 }),
  'call-to-action': ({ callToAction }, { invitations, path, crisisLines }) => ({
    invitation: invitations.get(idOf(callToAction) ?? ''),
    from: path,
    crisisLines,
  }),
  media: ({ media }, { pictures }) => ({ picture: pictures.get(idOf(media) ?? '') }),
  'questions-and-answers': () => ({}),
  quotation: () => ({}),
  'related-articles': async ({ articles }, { reader, about }) => ({
    cards: await relatedArticles(reader, idsOf(articles), about, RELATED_COUNT),
  }),
  sources: (_, { sources, cited }) => ({
    list: (sources ?? []).map((source) => ({ ...source, cited: cited.has(source.key) })),
  }),
  'treatment-pathway': (_, { stations }) => ({ stations }),
};

/**
 * Loads what the blocks, links and citations of a rich text show and puts it into their places, so
 * that views only have to render. What is not published is left out.
 */
export async function showBody(
  reader: Reader,
  body: LexicalBody,
  context: BodyContext,
): Promise<BodyView> {
  const shown = structuredClone(body);
  const nodes = [...eachNode(shown)];
  const stored = nodes.flatMap((node) => blockIn(node) ?? []);
  const [pictures, invitations, stages, hrefOf] = await Promise.all([
    findPictures(
      reader,
      stored.flatMap((block) => mediaIn(block) ?? []),
    ),
    findCallsToAction(
      reader,
      stored.flatMap((block) => invitationIn(block) ?? []),
    ),
    stored.some(({ blockType }) => blockType === 'treatment-pathway') ? listStages(reader) : [],
    resolveLinks(
      reader,
      nodes.flatMap((node) => linkIn(node) ?? []),
    ),
  ]);
  const stations = pathwayOf(stages, new Set(context.stages));
  const cited = citedIn(nodes);
  const shelf: Shelf = { ...context, reader, pictures, invitations, stations, cited };
  for (const node of nodes) await fill(node, shelf, hrefOf);
  giveAnchors(nodes);
  giveLevels(nodes);
  giveForms(nodes);
  giveNumbers(nodes, context.sources ?? []);
  return shown;
}

async function fill(node: LexicalNode, shelf: Shelf, hrefOf: HrefOf): Promise<void> {
  const block = blockIn(node);
  const link = linkIn(node);
  if (block) Object.assign(block, await load(block, shelf));
  else if (link && node.fields) node.fields = { href: hrefOf(link) };
}

/** The parts of a body, by its main headings and those of its blocks. */
export const sectionsOf = ({ root }: BodyView): Section[] =>
  root.children.flatMap((node) => {
    const { anchor, heading } = (blockIn(node) ?? {}) as { anchor?: string; heading?: string };
    if (anchor && heading) return { id: anchor, title: heading };
    return node.tag === 'h2' && node.anchor ? { id: node.anchor, title: textOf(node) } : [];
  });

const load = <T extends BlockType>(block: BlockOf<T>, shelf: Shelf) =>
  (loaders[block.blockType as T] as Loaders[T])(block, shelf);

const blockIn = ({ type, fields }: LexicalNode): Block | undefined =>
  type === 'block' ? (fields as unknown as Block) : undefined;

const mediaIn = (block: Block) => (block.blockType === 'media' ? idOf(block.media) : undefined);

const invitationIn = (block: Block) =>
  block.blockType === 'call-to-action' ? idOf(block.callToAction) : undefined;

function linkIn({ type, fields }: LexicalNode): StoredLink {
  if (type !== 'link' && type !== 'autolink') return undefined;
  const { linkType, doc, url } = fields as { linkType?: string; doc?: never; url?: string };
  return linkType === 'internal'
    ? { type: 'document', document: doc }
    : { type: 'address', address: url };
}
