import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { type Desk, hand, placeOf } from './desk.ts';
import type { PictureSeed } from './documents.ts';

const WIDTH = 1600;

/** Draws the illustrations and stores each as an editor's upload, by the name of its file. */
export async function storePictures(desk: Desk, pictures: PictureSeed[]): Promise<void> {
  desk.say(`Pictures: ${pictures.length}`);
  for (const [index, { name, folder, alt }] of pictures.entries()) {
    desk.say(`  ${index + 1} of ${pictures.length}: ${name}`);
    const id =
      (await stored(desk, name)) ?? (await upload(desk, name, new URL(`${name}.svg`, folder), alt));
    desk.ids.set(placeOf('media', name), id);
  }
}

async function stored({ payload }: Desk, name: string): Promise<string | undefined> {
  const { docs } = await payload.find({
    collection: 'media',
    where: { filename: { equals: `${name}.webp` } },
    limit: 1,
    pagination: false,
    depth: 0,
    // System: what is there must not be made again, whoever can see it.
    overrideAccess: true,
  });
  return docs[0]?.id;
}

async function upload(desk: Desk, name: string, drawing: URL, alt: string): Promise<string> {
  const data = await sharp(fileURLToPath(drawing))
    .resize(WIDTH)
    .png({ compressionLevel: 1 })
    .toBuffer();
  const { id } = await desk.payload.create({
    collection: 'media',
    data: { alt },
    file: { data, mimetype: 'image/png', name: `${name}.png`, size: data.length },
    // A file that a killed run left behind is written again, not kept beside.
    overwriteExistingFiles: true,
    depth: 0,
    ...hand(desk),
  });
  return id;
}
