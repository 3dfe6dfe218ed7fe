import path from 'node:path';
import type {
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  Payload,
  PayloadRequest,
} from 'payload';
import type { Media } from '#payload-types.ts';
import { fileChanges, noteMade, setAside } from '#platform/pictures/file-changes.ts';
import { MEDIA_FOLDER } from '#platform/pictures/files.ts';
import { ownerOf } from './serve-file.ts';

// Payload deletes the old files and writes the new ones before it is clear that the change is stored.

/** Before an update deletes them. */
export const keepFilesOnUpdate: CollectionBeforeOperationHook = async ({
  args,
  operation,
  req,
}) => {
  if (operation === 'update' && 'id' in args) await keepFilesOf(String(args.id), req);
};

export const keepFilesOnDelete: CollectionBeforeDeleteHook = ({ id, req }) => keepFilesOf(id, req);

/** Before new files are written, by the names that they will have. */
export const noteNewFiles: CollectionBeforeValidateHook<Media> = async ({ data, req }) => {
  const changes = watched(req);
  if (changes) await noteMade(changes, MEDIA_FOLDER, filesOf(data));
  return data;
};

async function keepFilesOf(id: string | number, req: PayloadRequest): Promise<void> {
  const changes = watched(req);
  if (!changes) return;
  const where = { id: { equals: id } };
  const stored = await req.payload.db.findOne<Media>({ collection: 'media', where, req });
  for (const name of filesOf(stored)) await setAside(changes, MEDIA_FOLDER, name);
}

function watched({ payload }: { payload: Payload }) {
  const changes = fileChanges();
  if (!changes) return undefined;
  changes.folder = MEDIA_FOLDER;
  changes.isUsed = async (name) => Boolean(await ownerOf(payload, name));
  return changes;
}

function filesOf(media: Partial<Media> | null | undefined): string[] {
  const sizes = Object.values(media?.sizes ?? {}).map((size) => size?.filename);
  // Several sizes of a small picture are one file.
  return [...new Set([media?.filename, ...sizes])]
    .filter((name) => typeof name === 'string')
    .filter((name) => name === path.basename(name));
}
