import { loadStagePage } from '#data/stage-views.ts';
import { page } from '#site/page.ts';
import { StagePage } from '#site/views/stage.tsx';

export const getServerSideProps = page(async ({ reader, params, siteLayout }) => {
  const result = await loadStagePage(reader, params.slug ?? '', siteLayout.crisisLines);
  return result ? { view: { stage: result.stage }, head: result.head } : 'missing';
});

export default StagePage;
