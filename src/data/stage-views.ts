import { HOME_CRUMB, PATHWAY_CRUMB } from '#domain/breadcrumbs.ts';
import type { CrisisLine } from '#domain/crisis-lines.ts';
import { documentPath } from '#domain/href.ts';
import { idOf } from '#domain/relationship.ts';
import type { PageHead } from '#domain/site-layout.ts';
import type { StageView } from '#domain/view-models.ts';
import type { TreatmentStage } from '#payload-types.ts';
import { listArticles } from './articles.ts';
import { loadBodyView } from './body-views.ts';
import { findPicture } from './pictures.ts';
import type { Reader } from './reader.ts';
import { listStages, pathwayOf, stageLink } from './stages.ts';

/** Articles on the page of a stage; the list of articles has the rest. */
const ARTICLE_COUNT = 6;

/** Loads the page of a stage; undefined if no published stage has this slug. */
export async function loadStagePage(
  reader: Reader,
  slug: string,
  crisisLines: CrisisLine[],
): Promise<{ stage: StageView; head: PageHead } | undefined> {
  const [stage, stages] = await Promise.all([
    reader.findBySlug('treatment-stages', slug),
    listStages(reader),
  ]);
  if (!stage) return undefined;
  const index = stages.findIndex(({ id }) => id === stage.id);
  const context = { path: documentPath('treatment-stages', slug), crisisLines, stages: [stage.id] };
  const { cards, pages } = await listArticles(reader, {
    where: { stages: { in: [stage.id] } },
    limit: ARTICLE_COUNT,
  });
  const [before, after] = [stages[index - 1], stages[index + 1]];
  const { title, summary, levelOfCare, usualDuration } = stage;
  return {
    stage: {
      title,
      summary,
      levelOfCare,
      usualDuration,
      picture: await findPicture(reader, idOf(stage.picture)),
      position: index + 1,
      pathway: pathwayOf(stages, new Set([stage.id])),
      whatHappens: await loadBodyView(reader, stage.whatHappens, context),
      whatComesNext: await loadBodyView(reader, stage.whatComesNext, context),
      articles: cards,
      moreArticles:
        pages > 1
          ? { label: 'All articles about this stage', href: `/articles?stage=${slug}` }
          : undefined,
      previous: before && stageLink(before),
      next: after && stageLink(after),
    },
    head: stageHead(stage),
  };
}

const stageHead = ({ slug, title, summary, seo, exitLink }: TreatmentStage): PageHead => ({
  title: seo?.title || title,
  description: seo?.description || summary,
  path: documentPath('treatment-stages', slug),
  breadcrumbs: [HOME_CRUMB, PATHWAY_CRUMB],
  withoutQuickExit: exitLink === false,
});
