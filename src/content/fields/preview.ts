import type { CollectionConfig } from 'payload';

/** The path at which signed-in staff see a document, drafts included, as readers would. */
const previewPath = (collection: 'articles' | 'pages', id: unknown): string =>
  `/preview/${collection}/${String(id)}`;

/** The URLs of Payload's preview button and of the live preview. */
export const previewUrls = (
  collection: 'articles' | 'pages',
): Pick<NonNullable<CollectionConfig['admin']>, 'preview' | 'livePreview'> => ({
  preview: ({ id }) => (id ? previewPath(collection, id) : null),
  livePreview: { url: ({ data }) => (data.id ? previewPath(collection, data.id) : '') },
});
