import { FALLBACK_PATHS } from '#domain/site-paths.ts';
import { page } from '#site/page.ts';
import { UNAVAILABLE_TITLE, UnavailableNotice } from '#site/views/unavailable.tsx';

/** The fallback page that a cache serves while the origin is down, with the requested path in its link. */
export const getServerSideProps = page(async ({ path, siteLayout }) => ({
  view: { path: FALLBACK_PATHS.unavailable, phoneLine: siteLayout.phoneLine },
  head: { title: UNAVAILABLE_TITLE, description: UNAVAILABLE_TITLE, path, noIndex: true },
}));

export default UnavailableNotice;
