import path from 'node:path';
import {
  type CollectionBeforeOperationHook,
  MissingFile,
  type PayloadRequest,
  ValidationError,
} from 'payload';
import { holds } from '#platform/access/rules.ts';
import { decode } from '#platform/pictures/decode.ts';
import { fileChanges } from '#platform/pictures/file-changes.ts';
import { UPLOADERS } from '#platform/pictures/files.ts';
import { ALLOWED } from '#platform/pictures/limits.ts';
import { oneAtATime } from '#platform/pictures/one-at-a-time.ts';
import { pictureType } from '#platform/pictures/picture-type.ts';

const REFUSED = {
  type: `This is not a picture that can be used. Choose ${ALLOWED}`,
  animated: `This picture moves. Choose ${ALLOWED}`,
  large: `This picture has too many pixels. Choose ${ALLOWED}`,
  unreadable: `This picture is damaged. Choose another: ${ALLOWED}`,
};

/** Longer names are cut, in bytes: with what is added to them, the file system takes no more. */
const LONGEST_NAME = 100;

/**
 * Puts in the place of an uploaded picture what Payload can work on at little cost: one that was decoded elsewhere,
 * upright, of at most 1,600 pixels across, without place and camera. One picture at a time.
 * @throws ValidationError at `file`
 */
export const preparePicture: CollectionBeforeOperationHook = async ({
  args,
  operation,
  req,
  overrideAccess,
}) => {
  const { file } = req;
  if (!['create', 'update'].includes(operation)) return;
  // Who may not upload is told so by the access rules, which come next.
  if (!overrideAccess && !holds(req.user, ...UPLOADERS)) return;
  // Payload would fetch a picture from whatever address came as its `url`, and past all that follows.
  if (!file && operation === 'create' && !overrideAccess) throw new MissingFile(req.t);
  if (!file) return;
  if (operation === 'update' && !('id' in args))
    throw refused('Change one picture at a time.', req);
  const { data } = file;
  const type = pictureType(data);
  if (!type) throw refused(REFUSED.type, req);
  if (type === 'animated') throw refused(REFUSED.animated, req);
  const end = await oneAtATime();
  // Payload makes its sizes after this: the turn is over with the request.
  const changes = fileChanges();
  changes?.ends.push(end);
  try {
    const result = await decode({ data, type });
    if ('refused' in result) throw refused(REFUSED[result.refused], req);
    const picture = Buffer.from(result.picture);
    const name = `${cut(path.parse(file.name).name) || 'picture'}.webp`;
    req.file = { data: picture, mimetype: 'image/webp', name, size: picture.length };
    scaleCrop(req, result.width / result.from.width);
  } finally {
    if (!changes) end();
  }
};

/** What is left of a letter in which the cut fell is taken away. */
const cut = (name: string): string =>
  Buffer.from(name)
    .subarray(0, LONGEST_NAME)
    .toString('utf8')
    .replace(/\ufffd+$/, '');

/** What an editor cut out was measured on the picture as it was chosen. */
function scaleCrop({ query }: PayloadRequest, scale: number): void {
  const edits = query?.uploadEdits as Record<string, unknown> | undefined;
  for (const side of ['widthInPixels', 'heightInPixels'] as const) {
    if (edits?.[side]) edits[side] = Math.max(1, Math.floor(Number(edits[side]) * scale));
  }
}

const refused = (message: string, req: PayloadRequest) =>
  new ValidationError(
    { collection: 'media', errors: [{ path: 'file', label: 'Picture', message }] },
    req.t,
  );
