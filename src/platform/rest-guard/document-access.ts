import { addDataAndFileToRequest, docAccessOperation, type Endpoint, type Plugin } from 'payload';
import { canRead } from '#platform/access/can-read.ts';
import { CACHE } from '../http/headers.ts';

/**
 * What the person of a request may do with a document, as the admin asks it. Payload would answer anybody,
 * and 404 for an id that does not exist: so the ids of requests could be guessed.
 */
export const documentAccess: Endpoint = {
  method: 'post',
  path: '/access/:id',
  handler: async (req) => {
    const { collection: slug, id } = req.routeParams as { collection: string; id: string };
    const collection = req.payload.collections[slug as keyof typeof req.payload.collections];
    if (!collection || !req.user || !(await canRead(req, slug, id))) {
      return Response.json({ errors: [{ message: 'Not Found' }] }, { status: 404 });
    }
    await addDataAndFileToRequest(req);
    const allowed = await docAccessOperation({ id, collection, data: req.data, req });
    return Response.json(allowed, { headers: { 'Cache-Control': CACHE.never } });
  },
};

/** The same for all collections, those to come included. */
export const documentAccessForReaders: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    endpoints: [documentAccess, ...(collection.endpoints || [])],
  })),
});
