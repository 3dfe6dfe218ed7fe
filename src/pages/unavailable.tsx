import { STAND } from '#domain/addresses.ts';
import { page } from '#site/page.ts';
import { NOT_SHOWN, NotShown } from '#site/views/unavailable.tsx';

/** A cache keeps it, and shows it with another path in its link while it can reach nobody behind it. */
export const getServerSideProps = page(async ({ path, frame }) => ({
  view: { path: STAND.unavailable, phoneLine: frame.phoneLine },
  head: { title: NOT_SHOWN, description: NOT_SHOWN, path, noIndex: true },
}));

export default NotShown;
