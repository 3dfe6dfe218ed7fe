import type { Endpoint, Plugin } from 'payload';

const missing = (method: Endpoint['method'], path: string): Endpoint => ({
  method,
  path,
  handler: () => Response.json({ errors: [{ message: 'Not Found' }] }, { status: 404 }),
});

const VERSIONS = [
  missing('get', '/versions'),
  missing('get', '/versions/:id'),
  missing('post', '/versions/:id'),
];

const VERIFY = [missing('post', '/verify/:id')];

/**
 * Payload has addresses for versions and for verifying an account everywhere, and answers 500 where there
 * are none. These are missing.
 */
export const missingEndpoints: Plugin = (config) => ({
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
