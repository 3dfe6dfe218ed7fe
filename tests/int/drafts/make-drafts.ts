import type { Payload } from 'payload';
import { body, p } from '#seed/compose.ts';
import { DRAFTED, type Drafted, UNSEEN } from '#tests/helpers/drafted.ts';
import { cabinet, SPECIMENS, wordsField } from '#tests/helpers/specimens.ts';

// System: what these tests find there was made by somebody who may.
const system = { overrideAccess: true } as const;

interface Drafts {
  api: Payload;
  /** Of each collection, one that was never published. */
  drafts: Record<Drafted, string>;
  /** Of each collection, one that is published as `Shown …`, with a draft of changes. */
  changed: Record<Drafted, string>;
  /** The slug of a published article that refers to all of them in every way there is. */
  article: string;
}

/** Makes drafts, and has everything that is published refer to them. */
export async function makeDrafts(): Promise<Drafts> {
  const { api, has, specimen } = await cabinet();
  const drafts = {} as Record<Drafted, string>;
  const changed = {} as Record<Drafted, string>;
  for (const slug of DRAFTED) {
    const data = { ...(await SPECIMENS[slug]?.('', has)), ...unseen(slug, 'address') } as never;
    const draft = await api.create({ collection: slug, data, draft: true, ...system });
    drafts[slug] = draft.id;
    const { id } = await specimen(slug, `Shown ${slug}`, { published: true });
    changed[slug] = String(id);
    const change = unseen(slug, 'change') as never;
    await api.update({ collection: slug, id: changed[slug], data: change, draft: true, ...system });
  }
  const both = (slug: Drafted) => [drafts[slug], changed[slug]];
  const data = {
    ...(await SPECIMENS.articles?.('The article', has)),
    _status: 'published',
    stages: both('treatment-stages'),
    related: both('articles'),
    body: bodyWith(both),
  } as never;
  const { slug: article } = await api.create({ collection: 'articles', data, ...system });
  await surround(api, both);
  return { api, drafts, changed, article };
}

/** Texts in which a draft's words could show. */
const unseen = (slug: Drafted, address: string) => ({
  [wordsField(slug)]: `Title ${UNSEEN}`,
  slug: `${UNSEEN}-${address}`,
  ...(slug === 'calls-to-action'
    ? { text: `Text ${UNSEEN}`, button: `Button ${UNSEEN}` }
    : { summary: `Summary ${UNSEEN}` }),
});

type Both = (slug: Drafted) => string[];

/** A text with links and blocks that name them. */
const bodyWith = (both: Both) =>
  body(
    p('Words.'),
    ...DRAFTED.flatMap((slug) => both(slug).map((id) => linkTo(slug, id))),
    ...both('calls-to-action').map((id) =>
      block('call-to-action', { callToAction: id, show: 'form' }),
    ),
    block('related-articles', { heading: 'Read on', articles: both('articles') }),
    block('treatment-pathway', { heading: 'The way' }),
  );

const block = (blockType: string, fields: object) => ({
  type: 'block',
  version: 2,
  format: '',
  fields: { blockType, ...fields },
});

const linkTo = (relationTo: Drafted, value: string) => {
  const paragraph = p('[a link](tel:911)');
  const fields = { linkType: 'internal', doc: { relationTo, value } };
  return {
    ...paragraph,
    children: (paragraph.children as object[]).map((link) => ({ ...link, fields })),
  };
};

/** Header, footer, home page and redirects name them as well. */
async function surround(api: Payload, both: Both): Promise<void> {
  const links = DRAFTED.flatMap((slug) =>
    both(slug).map((value) => ({
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
  const [callToAction] = both('calls-to-action');
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
