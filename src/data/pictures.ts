import type { PictureView } from '#domain/view-models.ts';
import type { Media } from '#payload-types.ts';
import type { Reader } from './reader.ts';

/** Finds the pictures with these ids, with their `src` and `srcset`. */
export async function findPictures(
  reader: Reader,
  ids: Iterable<string>,
): Promise<Map<string, PictureView>> {
  const media = await reader.findByIds('media', ids);
  return new Map([...media].flatMap(([id, file]) => pictureEntry(id, file)));
}

/** Finds the picture with this id. */
export async function findPicture(
  reader: Reader,
  id: string | undefined,
): Promise<PictureView | undefined> {
  return id === undefined ? undefined : (await findPictures(reader, [id])).get(id);
}

function pictureEntry(
  id: string,
  { alt, credit, url, width, height, sizes, updatedAt }: Media,
): [string, PictureView][] {
  if (!url || !width || !height) return [];
  const variants = Object.values(sizes ?? {}).flatMap((size) =>
    size.url && size.width ? [{ url: size.url, width: size.width }] : [],
  );
  const widths = variants.some((size) => size.width === width)
    ? variants
    : [...variants, { url, width }];
  const src = (file: string) => `${pathIn(file)}?v=${Date.parse(updatedAt)}`;
  const srcSet = widths.map((size) => `${src(size.url)} ${size.width}w`).join(', ');
  return [[id, { alt, credit: credit ?? undefined, src: src(url), srcSet, width, height }]];
}

/** Drops the origin: pictures are loaded from the origin of the page, which may have several host names. */
const pathIn = (url: string): string => new URL(url, 'http://site').pathname;
