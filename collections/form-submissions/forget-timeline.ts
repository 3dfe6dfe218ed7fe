import type { CollectionBeforeDeleteHook } from 'payload';

/** Notes are about a person: they go with the request. */
export const forgetTimeline: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.delete({
    collection: 'submission-events',
    where: { submission: { equals: id } },
    // System: nobody deletes lines of a timeline by hand.
    overrideAccess: true,
    req,
  });
};
