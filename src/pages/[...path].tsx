import { findPage, pageHead, showPage } from '#data/pages.ts';
import { page } from '#site/page.ts';
import { ContentPage } from '#site/views/page.tsx';

export const getServerSideProps = page(async ({ reader, params, frame }) => {
  const found = await findPage(reader, params.path ?? '');
  if (!found) return 'missing';
  return {
    view: { page: await showPage(reader, found, frame.crisisLines) },
    head: pageHead(found),
  };
});

export default ContentPage;
