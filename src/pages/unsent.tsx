import { page } from '#page.ts';
import { NOT_SENT } from '#views/unavailable.tsx';
import { UnsentView } from '#views/unsent.tsx';

export const getServerSideProps = page(async ({ path, frame }) => ({
  view: { crisisLines: frame.crisisLines, phoneLine: frame.phoneLine },
  head: { title: NOT_SENT, description: NOT_SENT, path, noIndex: true },
}));

export default UnsentView;
