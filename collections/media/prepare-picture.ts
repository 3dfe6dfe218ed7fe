import path from 'node:path';
import {
  type CollectionBeforeOperationHook,
  MissingFile,
  type PayloadRequest,
  ValidationError,
} from 'payload';
import { hasAnyRole } from '#platform/access/rules.ts';
import { decodePicture } from '#platform/pictures/decode.ts';
import { currentFileChanges } from '#platform/pictures/file-rollback.ts';
import { ALLOWED_PICTURES } from '#platform/pictures/limits.ts';
import { UPLOADERS } from '#platform/pictures/media-settings.ts';
import { acquirePictureLock } from '#platform/pictures/picture-lock.ts';
import { detectPictureType } from '#platform/pictures/picture-type.ts';

const MESSAGES = {
  type: `This is not a picture that can be used. Choose ${ALLOWED_PICTURES}`,
  animated: `This picture moves. Choose ${ALLOWED_PICTURES}`,
  large: `This picture has too many pixels. Choose ${ALLOWED_PICTURES}`,
  unreadable: `This picture is damaged. Choose another: ${ALLOWED_PICTURES}`,
};

/** Payload appends sizes and numbers to it; file systems allow 255 bytes. */
const MAX_NAME_BYTES = 100;

/**
 * Replaces an uploaded picture by a WebP that is cheap for Payload to resize: decoded in another process,
 * upright, at most 1,600 pixels wide, without metadata. Processes one picture at a time.
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
  // The access rules, which run next, refuse everybody else.
  if (!overrideAccess && !hasAnyRole(req.user, ...UPLOADERS)) return;
  // Without a file, Payload would fetch any `url` of the data, past all checks below.
  if (!file && operation === 'create' && !overrideAccess) throw new MissingFile(req.t);
  if (!file) return;
  if (operation === 'update' && !('id' in args))
    throw fileError('Change one picture at a time.', req);
  const { data } = file;
  const type = detectPictureType(data);
  if (!type) throw fileError(MESSAGES.type, req);
  if (type === 'animated') throw fileError(MESSAGES.animated, req);
  const endTurn = await acquirePictureLock();
  // Payload makes the sizes after this hook: the turn ends with the HTTP request.
  const changes = currentFileChanges();
  changes?.onEnd.push(endTurn);
  try {
    const result = await decodePicture({ data, type });
    if ('refused' in result) throw fileError(MESSAGES[result.refused], req);
    const picture = Buffer.from(result.picture);
    const name = `${truncateName(path.parse(file.name).name) || 'picture'}.webp`;
    req.file = { data: picture, mimetype: 'image/webp', name, size: picture.length };
    scaleCrop(req, result.width / result.original.width);
  } finally {
    if (!changes) endTurn();
  }
};

/** Truncates to `MAX_NAME_BYTES` bytes of UTF-8, at a character boundary. */
const truncateName = (name: string): string =>
  Buffer.from(name)
    .subarray(0, MAX_NAME_BYTES)
    .toString('utf8')
    .replace(/\ufffd+$/, '');

/** Scales the editor's crop, which refers to the size of the original picture. */
function scaleCrop({ query }: PayloadRequest, scale: number): void {
  const edits = query?.uploadEdits as Record<string, unknown> | undefined;
  for (const side of ['widthInPixels', 'heightInPixels'] as const) {
    if (edits?.[side]) edits[side] = Math.max(1, Math.floor(Number(edits[side]) * scale));
  }
}

const fileError = (message: string, req: PayloadRequest) =>
  new ValidationError(
    { collection: 'media', errors: [{ path: 'file', label: 'Picture', message }] },
    req.t,
  );
