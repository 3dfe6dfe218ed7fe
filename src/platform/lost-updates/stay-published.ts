import type { CollectionBeforeOperationHook, CollectionSlug } from 'payload';

interface Update {
  id?: string;
  draft?: boolean;
  data?: Record<string, unknown>;
  unpublishAllLocales?: boolean;
}

/**
 * A change that says nothing of publishing lands on the newest text. Where that is a draft of something
 * published, it becomes part of the draft: Payload would take the published document back.
 */
export const stayPublished: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  const { id, draft, data, unpublishAllLocales } = args as Update;
  if (operation !== 'update' || !id || draft || unpublishAllLocales) return args;
  if (!data || data._status !== undefined) return args;
  const read = async (newest: boolean) => {
    const { docs } = await req.payload.find({
      collection: collection.slug as CollectionSlug,
      where: { id: { equals: id } },
      draft: newest,
      pagination: false,
      depth: 0,
      select: { _status: true } as object,
      // System: whether it is published does not depend on who asks.
      overrideAccess: true,
      req,
    });
    return (docs[0] as { _status?: string } | undefined)?._status;
  };
  const hasNewerDraft = (await read(false)) === 'published' && (await read(true)) === 'draft';
  return hasNewerDraft ? { ...args, draft: true } : args;
};
