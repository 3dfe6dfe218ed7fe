import type { CollectionConfig } from 'payload';

/** Where a signed-in colleague sees a document as readers would, drafts included. */
const previewPath = (collection: 'articles' | 'pages', id: unknown): string =>
  `/preview/${collection}/${String(id)}`;

/** The preview button and the preview beside the editor. */
export const previewed = (
  collection: 'articles' | 'pages',
): Pick<NonNullable<CollectionConfig['admin']>, 'preview' | 'livePreview'> => ({
  preview: ({ id }) => (id ? previewPath(collection, id) : null),
  livePreview: { url: ({ data }) => (data.id ? previewPath(collection, data.id) : '') },
});
