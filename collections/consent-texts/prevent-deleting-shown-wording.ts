import { APIError, type CollectionBeforeDeleteHook } from 'payload';

/**
 * Prevents the deletion of a consent text that a consent record refers to: its wording is evidence.
 * @throws APIError (409)
 */
export const preventDeletingShownWording: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { totalDocs } = await req.payload.count({
    collection: 'consent-records',
    where: { text: { equals: id } },
    // System: whether the text was shown does not depend on the user.
    overrideAccess: true,
    req,
  });
  if (totalDocs > 0) {
    throw new APIError(
      'Visitors have been shown this wording. It is kept as evidence.',
      409,
      null,
      true,
    );
  }
};
