import type { Payload } from 'payload';
import type { Media } from '#payload-types.ts';
import { type StoredFile, settleKilled } from '#platform/pictures/files-aside.ts';
import { FILE_NAMES, MEDIA_FOLDER } from './files.ts';

/** Makes the files of pictures what the database says, where a killed process was about to change them. */
export const settleKilledChanges = ({ db }: Payload): Promise<void> =>
  settleKilled(MEDIA_FOLDER, async (name): Promise<StoredFile | undefined> => {
    const where = { or: FILE_NAMES.map((field) => ({ [field]: { equals: name } })) };
    const media = await db.findOne<Media>({ collection: 'media', where });
    if (!media) return undefined;
    const files = [media, ...Object.values(media.sizes ?? {})];
    return { bytes: files.find((file) => file?.filename === name)?.filesize };
  });
