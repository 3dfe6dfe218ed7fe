import type { Payload } from 'payload';
import type { Media } from '#payload-types.ts';
import { recoverFiles, type StoredFile } from '#platform/pictures/file-journal.ts';
import { FILENAME_FIELDS, MEDIA_FOLDER } from './media-settings.ts';

/** Rolls back changes to picture files that a killed process did not finish. Call it before the first request. */
export const recoverPictureFiles = ({ db }: Payload): Promise<void> =>
  recoverFiles(MEDIA_FOLDER, async (name): Promise<StoredFile | undefined> => {
    const where = { or: FILENAME_FIELDS.map((field) => ({ [field]: { equals: name } })) };
    const media = await db.findOne<Media>({ collection: 'media', where });
    if (!media) return undefined;
    const files = [media, ...Object.values(media.sizes ?? {})];
    return { bytes: files.find((file) => file?.filename === name)?.filesize };
  });
