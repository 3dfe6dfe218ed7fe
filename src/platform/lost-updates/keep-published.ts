import type { CollectionBeforeOperationHook, CollectionSlug } from 'payload';

interface Update {
  id?: string;
  draft?: boolean;
  data?: Record<string, unknown>;
  unpublishAllLocales?: boolean;
}

/**
 * Makes an update without a `_status` part of the newest version. If that is a draft of a published document, the
 * update becomes a draft too; Payload would unpublish the document.
 */
export const keepPublished: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  const { id, draft, data, unpublishAllLocales } = args as Update;
  if (operation !== 'update' || !id || draft || unpublishAllLocales) return args;
  if (!data || data._status !== undefined) return args;
  const readStatus = async (newest: boolean) => {
    const { docs } = await req.payload.find({
      collection: collection.slug as CollectionSlug,
      where: { id: { equals: id } },
      draft: newest,
      pagination: false,
      depth: 0,
      select: { _status: true } as object,
      // System: the status of a document does not depend on the person.
      overrideAccess: true,
      req,
    });
    return (docs[0] as { _status?: string } | undefined)?._status;
  };
  const hasNewerDraft =
    (await readStatus(false)) === 'published' && (await readStatus(true)) === 'draft';
  return hasNewerDraft ? { ...args, draft: true } : args;
};
