import { addDataAndFileToRequest, docAccessOperation, type Endpoint, type Plugin } from 'payload';
import { canRead } from '#platform/access/can-read.ts';
import { CACHE_CONTROL } from '../http/headers.ts';

/**
 * Replaces Payload's endpoint that tells the admin what a person may do with a document. Payload answers anybody, and
 * 404 for an id that does not exist, which lets anybody guess the ids of submissions.
 */
export const documentAccessEndpoint: Endpoint = {
  method: 'post',
  path: '/access/:id',
  handler: async (req) => {
    const { collection: slug, id } = req.routeParams as { collection: string; id: string };
    const collection = req.payload.collections[slug as keyof typeof req.payload.collections];
    if (!collection || !req.user || !(await canRead(req, slug, id))) {
      return Response.json({ errors: [{ message: 'Not Found' }] }, { status: 404 });
    }
    await addDataAndFileToRequest(req);
    const permissions = await docAccessOperation({ id, collection, data: req.data, req });
    return Response.json(permissions, { headers: { 'Cache-Control': CACHE_CONTROL.never } });
  },
};

/** Adds the endpoint to every collection. */
export const restrictDocumentAccess: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    endpoints: [documentAccessEndpoint, ...(collection.endpoints || [])],
  })),
});
