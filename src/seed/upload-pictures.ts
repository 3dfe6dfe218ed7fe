import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { accessOptions, documentKey, type LocalApiClient } from './local-api-client.ts';
import type { PictureSeed } from './seed-types.ts';

const WIDTH = 1600;

/** Renders the illustrations from SVG and uploads those that are missing, as an editor would. */
export async function uploadPictures(
  client: LocalApiClient,
  pictures: PictureSeed[],
): Promise<void> {
  client.log(`Pictures: ${pictures.length}`);
  for (const [index, { name, folder, alt }] of pictures.entries()) {
    client.log(`  ${index + 1} of ${pictures.length}: ${name}`);
    const id =
      (await findPicture(client, name)) ??
      (await uploadPicture(client, name, new URL(`${name}.svg`, folder), alt));
    client.ids.set(documentKey('media', name), id);
  }
}

async function findPicture({ payload }: LocalApiClient, name: string): Promise<string | undefined> {
  const { docs } = await payload.find({
    collection: 'media',
    where: { filename: { equals: `${name}.webp` } },
    limit: 1,
    pagination: false,
    depth: 0,
    // System: finds the picture even if the user may not read it, so that it is not uploaded twice.
    overrideAccess: true,
  });
  return docs[0]?.id;
}

async function uploadPicture(
  client: LocalApiClient,
  name: string,
  svg: URL,
  alt: string,
): Promise<string> {
  const data = await sharp(fileURLToPath(svg))
    .resize(WIDTH)
    .png({ compressionLevel: 1 })
    .toBuffer();
  const { id } = await client.payload.create({
    collection: 'media',
    data: { alt },
    file: { data, mimetype: 'image/png', name: `${name}.png`, size: data.length },
    // Replaces a file that a killed run left behind.
    overwriteExistingFiles: true,
    depth: 0,
    ...accessOptions(client),
  });
  return id;
}
