import { page } from '#site/page.ts';
import { UNSENT_TITLE } from '#site/views/unavailable.tsx';
import { UnsentFormPage } from '#site/views/unsent-form.tsx';

/** The fallback page that a cache serves for a form post while the origin is down. */
export const getServerSideProps = page(async ({ path, siteLayout }) => ({
  view: { crisisLines: siteLayout.crisisLines, phoneLine: siteLayout.phoneLine },
  head: { title: UNSENT_TITLE, description: UNSENT_TITLE, path, noIndex: true },
}));

export default UnsentFormPage;
