import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { CollectionConfig, UploadConfig } from 'payload';
import { anyone, hasRole, hiddenUnless, ownedByWriterOr } from '#access/rules.ts';
import { env } from '#env.ts';
import { createdBy } from '#fields/created-by.ts';

const folder = path.join(env.DATA_DIR, 'media');

type Handler = NonNullable<UploadConfig['handlers']>[number];

const DAY_S = 24 * 60 * 60;

/** Our pages name a file together with the time of its last change, so that a new picture is seen at once. */
const keptForADay: UploadConfig['modifyResponseHeaders'] = ({ headers }) => {
  headers.set('Cache-Control', `public, max-age=${DAY_S}`);
};

/** Payload itself answers 500 to the name of a file that is not there. */
const missing = async (_: unknown, { params }: { params: { filename: string } }) => {
  const file = path.join(folder, path.basename(params.filename));
  const found = await stat(file).catch(() => undefined);
  if (!found) return new Response('There is no such picture.\n', { status: 404 });
};

const webp = { format: 'webp', options: { quality: 72 } } as const;

/** The widths that pages ask for; a phone gets the smallest that is sharp on it. */
const PICTURE_WIDTHS = [480, 960, 1600] as const;

export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: 'Picture', plural: 'Pictures' },
  disableDuplicate: true,
  access: {
    create: hasRole('writer', 'editor', 'admin'),
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
    description:
      'Pictures for articles and pages. No faces of patients, and nothing that shows use.',
  },
  upload: {
    staticDir: folder,
    modifyResponseHeaders: keptForADay,
    handlers: [missing as Handler],
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
