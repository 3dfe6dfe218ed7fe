import type { Payload } from 'payload';
import type { BlockType } from '#content/blocks/block-view.ts';
import { body, p } from '#seed/rich-text-markup.ts';
import { DATA_BUILDERS, titleField } from '#tests/helpers/document-data.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';
import {
  COLLECTIONS_WITH_DRAFTS,
  type CollectionWithDrafts,
  DRAFT_MARKER,
} from '#tests/helpers/draft-constants.ts';

// System: the test prepares its own documents.
const system = { overrideAccess: true } as const;

interface Drafts {
  api: Payload;
  /** By collection: the id of a document that was never published. */
  drafts: Record<CollectionWithDrafts, string>;
  /** By collection: the id of a document that is published as `Shown …` and has a newer draft. */
  changed: Record<CollectionWithDrafts, string>;
  /** The slug of a published article that refers to all of these documents in every possible way. */
  article: string;
}

/** Creates drafts, and published documents that refer to them. */
export async function makeDrafts(): Promise<Drafts> {
  const { api, sharedId, createDocument } = await documentFactory();
  const drafts = {} as Record<CollectionWithDrafts, string>;
  const changed = {} as Record<CollectionWithDrafts, string>;
  for (const slug of COLLECTIONS_WITH_DRAFTS) {
    const data = {
      ...(await DATA_BUILDERS[slug]?.('', sharedId)),
      ...draftTexts(slug, 'address'),
    } as never;
    const draft = await api.create({ collection: slug, data, draft: true, ...system });
    drafts[slug] = draft.id;
    const { id } = await createDocument(slug, `Shown ${slug}`, { published: true });
    changed[slug] = String(id);
    const change = draftTexts(slug, 'change') as never;
    await api.update({ collection: slug, id: changed[slug], data: change, draft: true, ...system });
  }
  const idsOf = (slug: CollectionWithDrafts) => [drafts[slug], changed[slug]];
  const data = {
    ...(await DATA_BUILDERS.articles?.('The article', sharedId)),
    _status: 'published',
    stages: idsOf('treatment-stages'),
    related: idsOf('articles'),
    body: bodyWith(idsOf),
  } as never;
  const { slug: article } = await api.create({ collection: 'articles', data, ...system });
  await referFromLayout(api, idsOf);
  return { api, drafts, changed, article };
}

/** Marks the texts of a draft, so that a leak is recognizable. */
const draftTexts = (slug: CollectionWithDrafts, address: string) => ({
  [titleField(slug)]: `Title ${DRAFT_MARKER}`,
  slug: `${DRAFT_MARKER}-${address}`,
  ...(slug === 'calls-to-action'
    ? { text: `Text ${DRAFT_MARKER}`, button: `Button ${DRAFT_MARKER}` }
    : { summary: `Summary ${DRAFT_MARKER}` }),
});

type IdsOf = (slug: CollectionWithDrafts) => string[];

/** A rich text with links and blocks that refer to all of the documents. */
const bodyWith = (idsOf: IdsOf) =>
  body(
    p('Words.'),
    ...COLLECTIONS_WITH_DRAFTS.flatMap((slug) => idsOf(slug).map((id) => linkTo(slug, id))),
    ...Object.entries(blocksWith(idsOf)).flatMap(([blockType, all]) =>
      all.map((fields) => block(blockType, fields)),
    ),
  );

/** The fields of blocks that show all of the documents; of a type that shows no documents with drafts, none. */
const blocksWith = (idsOf: IdsOf): Record<BlockType, object[]> => ({
  callout: [],
  'call-to-action': idsOf('calls-to-action').map((callToAction) => ({
    callToAction,
    show: 'form',
  })),
  media: [],
  'questions-and-answers': [],
  quotation: [],
  'related-articles': [{ heading: 'Read on', articles: idsOf('articles') }],
  sources: [],
  'treatment-pathway': [{ heading: 'The way' }],
});

const block = (blockType: string, fields: object) => ({
  type: 'block',
  version: 2,
  format: '',
  fields: { blockType, ...fields },
});

const linkTo = (relationTo: CollectionWithDrafts, value: string) => {
  const paragraph = p('[a link](tel:911)');
  const fields = { linkType: 'internal', doc: { relationTo, value } };
  return {
    ...paragraph,
    children: (paragraph.children as object[]).map((link) => ({ ...link, fields })),
  };
};

/** Makes header, footer, home page and redirects refer to all of the documents. */
async function referFromLayout(api: Payload, idsOf: IdsOf): Promise<void> {
  const links = COLLECTIONS_WITH_DRAFTS.flatMap((slug) =>
    idsOf(slug).map((value) => ({
      label: `To ${slug}`,
      link: { type: 'document' as const, document: { relationTo: slug, value } },
    })),
  );
  await api.updateGlobal({ slug: 'header', data: { links: links.slice(0, 6) }, ...system });
  for (const { link } of links) {
    const from = `/to/${link.document.value}`;
    await api.create({ collection: 'redirects', data: { from, to: link }, ...system });
  }
  const columns = [{ heading: 'All', links }];
  await api.updateGlobal({ slug: 'footer', data: { columns }, ...system });
  const [callToAction] = idsOf('calls-to-action');
  await api.updateGlobal({
    slug: 'site',
    data: {
      name: 'Site',
      home: { heading: 'Home', introduction: 'Words', callToAction },
      legalEntity: { name: 'Entity', role: 'a referral service' },
    },
    ...system,
  });
}
