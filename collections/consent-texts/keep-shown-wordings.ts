import { APIError, type CollectionBeforeDeleteHook } from 'payload';

/**
 * A wording that visitors were shown is evidence and stays.
 * @throws APIError (409)
 */
export const keepShownWordings: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { totalDocs } = await req.payload.count({
    collection: 'consent-records',
    where: { text: { equals: id } },
    // System: whether it was shown does not depend on who asks.
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
