import { showStage } from '#data/stage-views.ts';
import { page } from '#site/page.ts';
import { StagePage } from '#site/views/stage.tsx';

export const getServerSideProps = page(async ({ reader, params, frame }) => {
  const shown = await showStage(reader, params.slug ?? '', frame.crisisLines);
  return shown ? { view: { stage: shown.stage }, head: shown.head } : 'missing';
});

export default StagePage;
