import type { CollectionBeforeDeleteHook } from 'payload';

/** Deletes the timeline with its submission: notes are personal data. */
export const deleteTimeline: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.delete({
    collection: 'submission-events',
    where: { submission: { equals: id } },
    // System: no user may delete events.
    overrideAccess: true,
    req,
  });
};
