import type { Picture } from '#domain/view-models.ts';
import type { Media } from '#payload-types.ts';
import type { Reader } from './reader.ts';

/** The pictures with these ids, ready to be shown, by id. */
export async function findPictures(
  reader: Reader,
  ids: Iterable<string>,
): Promise<Map<string, Picture>> {
  const media = await reader.byIds('media', ids);
  return new Map([...media].flatMap(([id, file]) => picture(id, file)));
}

/** The picture with this id, if there is one. */
export async function findPicture(
  reader: Reader,
  id: string | undefined,
): Promise<Picture | undefined> {
  return id === undefined ? undefined : (await findPictures(reader, [id])).get(id);
}

function picture(
  id: string,
  { alt, credit, url, width, height, sizes, updatedAt }: Media,
): [string, Picture][] {
  if (!url || !width || !height) return [];
  const made = Object.values(sizes ?? {}).flatMap((size) =>
    size.url && size.width ? [{ url: size.url, width: size.width }] : [],
  );
  const widths = made.some((size) => size.width === width) ? made : [...made, { url, width }];
  const src = (file: string) => `${pathIn(file)}?v=${Date.parse(updatedAt)}`;
  const srcSet = widths.map((size) => `${src(size.url)} ${size.width}w`).join(', ');
  return [[id, { alt, credit: credit ?? undefined, src: src(url), srcSet, width, height }]];
}

/** Pictures come from the site's own origin, whatever name it is reached by. */
const pathIn = (url: string): string => new URL(url, 'http://site').pathname;
