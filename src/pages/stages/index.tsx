import { listStages, pathwayOf } from '#data/stages.ts';
import { page } from '#site/page.ts';
import { StagesPage } from '#site/views/stages.tsx';

export const getServerSideProps = page(async ({ reader }) => ({
  view: { pathway: pathwayOf(await listStages(reader), new Set()) },
  head: {
    title: 'The way, stage by stage',
    description:
      'The stages of treatment and recovery in order: what each is, and how long it takes.',
    path: '/stages',
  },
}));

export default StagesPage;
