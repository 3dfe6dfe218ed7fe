import { page } from '#site/page.ts';
import { NOT_SENT } from '#site/views/unavailable.tsx';
import { UnsentFormPage } from '#site/views/unsent.tsx';

export const getServerSideProps = page(async ({ path, frame }) => ({
  view: { crisisLines: frame.crisisLines, phoneLine: frame.phoneLine },
  head: { title: NOT_SENT, description: NOT_SENT, path, noIndex: true },
}));

export default UnsentFormPage;
