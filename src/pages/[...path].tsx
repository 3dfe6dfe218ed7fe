import { findPage, loadPageView, pageHead } from '#data/pages.ts';
import { page } from '#site/page.ts';
import { ContentPage } from '#site/views/content-page.tsx';

export const getServerSideProps = page(async ({ reader, params, siteLayout }) => {
  const contentPage = await findPage(reader, params.path ?? '');
  if (!contentPage) return 'missing';
  return {
    view: { page: await loadPageView(reader, contentPage, siteLayout.crisisLines) },
    head: pageHead(contentPage),
  };
});

export default ContentPage;
