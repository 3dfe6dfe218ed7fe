import path from 'node:path';
import type {
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  Payload,
  PayloadRequest,
} from 'payload';
import type { Media } from '#payload-types.ts';
import {
  backUpFile,
  currentFileChanges,
  journalNewFiles,
} from '#platform/pictures/file-rollback.ts';
import { MEDIA_FOLDER } from '#platform/pictures/media-settings.ts';
import { findMediaId } from './serve-file.ts';

// Payload deletes old files and writes new ones before the transaction commits; the backup allows a rollback.

/** Backs up the files of a picture before an update deletes them. */
export const backUpFilesOnUpdate: CollectionBeforeOperationHook = async ({
  args,
  operation,
  req,
}) => {
  if (operation === 'update' && 'id' in args) await backUpFiles(String(args.id), req);
};

/** Backs up the files of a picture before its deletion. */
export const backUpFilesOnDelete: CollectionBeforeDeleteHook = ({ id, req }) =>
  backUpFiles(id, req);

/** Records the names of the new files before Payload writes them. */
export const trackNewFiles: CollectionBeforeValidateHook<Media> = async ({ data, req }) => {
  const changes = trackedChanges(req);
  if (changes) await journalNewFiles(changes, MEDIA_FOLDER, fileNames(data));
  return data;
};

async function backUpFiles(id: string | number, req: PayloadRequest): Promise<void> {
  const changes = trackedChanges(req);
  if (!changes) return;
  const where = { id: { equals: id } };
  const stored = await req.payload.db.findOne<Media>({ collection: 'media', where, req });
  for (const name of fileNames(stored)) await backUpFile(changes, MEDIA_FOLDER, name);
}

function trackedChanges({ payload }: { payload: Payload }) {
  const changes = currentFileChanges();
  if (!changes) return undefined;
  changes.folder = MEDIA_FOLDER;
  changes.isUsed = async (name) => Boolean(await findMediaId(payload, name));
  return changes;
}

function fileNames(media: Partial<Media> | null | undefined): string[] {
  const sizes = Object.values(media?.sizes ?? {}).map((size) => size?.filename);
  // Several sizes of a small picture share one file.
  return [...new Set([media?.filename, ...sizes])]
    .filter((name) => typeof name === 'string')
    .filter((name) => name === path.basename(name));
}
