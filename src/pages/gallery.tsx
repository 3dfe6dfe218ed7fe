import { env } from '#platform/environment/env.ts';
import { page } from '#site/page.ts';
import { GalleryPage } from '#site/views/gallery.tsx';

export const getServerSideProps = page(async ({ path }) =>
  env.GALLERY === '1'
    ? {
        view: {},
        head: { title: 'Gallery', description: 'What pages are made of.', path, noIndex: true },
        cache: 'never',
      }
    : 'missing',
);

export default GalleryPage;
