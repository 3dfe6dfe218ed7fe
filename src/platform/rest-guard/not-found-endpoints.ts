import type { Endpoint, Plugin } from 'payload';

const notFound = (method: Endpoint['method'], path: string): Endpoint => ({
  method,
  path,
  handler: () => Response.json({ errors: [{ message: 'Not Found' }] }, { status: 404 }),
});

const VERSIONS = [
  notFound('get', '/versions'),
  notFound('get', '/versions/:id'),
  notFound('post', '/versions/:id'),
];

const VERIFY = [notFound('post', '/verify/:id')];

/**
 * Answers 404 at endpoints of disabled features. Payload has endpoints for versions and account verification
 * everywhere, and answers 500 where a collection has neither.
 */
export const notFoundEndpoints: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    endpoints: [
      ...(collection.endpoints || []),
      ...(collection.versions ? [] : VERSIONS),
      ...(typeof collection.auth === 'object' && !collection.auth.verify ? VERIFY : []),
    ],
  })),
  globals: config.globals?.map((global) => ({
    ...global,
    endpoints: [...(global.endpoints || []), ...(global.versions ? [] : VERSIONS)],
  })),
});
