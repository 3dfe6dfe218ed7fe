import type { CollectionConfig } from 'payload';
import { createdBy } from '#content/fields/created-by.ts';
import { anyone, hasRole, hiddenUnless, ownedByWriterOr } from '#platform/access/rules.ts';
import { ALLOWED_PICTURES } from '#platform/pictures/limits.ts';
import { MEDIA_FOLDER, PICTURE_WIDTHS, UPLOADERS } from '#platform/pictures/media-settings.ts';
import { backUpFilesOnDelete, backUpFilesOnUpdate, trackNewFiles } from './back-up-files.ts';
import { preparePicture } from './prepare-picture.ts';
import { requireDiskSpace } from './require-disk-space.ts';
import { allowAnyOrigin, serveFile } from './serve-file.ts';

const webp = { format: 'webp', options: { quality: 72 } } as const;

export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: 'Picture', plural: 'Pictures' },
  disableDuplicate: true,
  access: {
    create: hasRole(...UPLOADERS),
    read: anyone,
    update: ownedByWriterOr('editor', 'admin'),
    delete: hasRole('admin'),
  },
  admin: {
    group: 'Content',
    hidden: hiddenUnless('writer', 'editor', 'reviewer', 'admin'),
    hideAPIURL: true,
    disableCopyToLocale: true,
    useAsTitle: 'alt',
    defaultColumns: ['filename', 'alt', 'credit', 'updatedAt'],
    description: `Pictures for articles and pages: ${ALLOWED_PICTURES} No faces of patients, and nothing that shows use.`,
  },
  hooks: {
    beforeOperation: [requireDiskSpace, preparePicture, backUpFilesOnUpdate],
    beforeValidate: [trackNewFiles],
    beforeDelete: [backUpFilesOnDelete],
  },
  upload: {
    staticDir: MEDIA_FOLDER,
    modifyResponseHeaders: allowAnyOrigin,
    handlers: [serveFile],
    // No SVG: it can carry scripts.
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'],
    pasteURL: false,
    focalPoint: true,
    formatOptions: webp,
    resizeOptions: { width: 1600, withoutEnlargement: true },
    imageSizes: PICTURE_WIDTHS.map((width) => ({
      name: `w${width}`,
      width,
      withoutEnlargement: true,
      formatOptions: webp,
    })),
    adminThumbnail: 'w480',
  },
  fields: [
    {
      name: 'alt',
      type: 'text',
      label: 'What it shows',
      localized: true,
      required: true,
      maxLength: 250,
      admin: { description: 'For people who cannot see it, in one plain sentence.' },
    },
    {
      name: 'credit',
      type: 'text',
      localized: true,
      maxLength: 150,
      admin: { description: 'Who made it, and its license, if that must be said.' },
    },
    createdBy,
  ],
};
