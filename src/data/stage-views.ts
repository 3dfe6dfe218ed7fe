import { HOME, WAY } from '#domain/breadcrumbs.ts';
import type { CrisisLine } from '#domain/crisis-lines.ts';
import { pathOf } from '#domain/href.ts';
import { idOf } from '#domain/relation.ts';
import type { PageHead } from '#domain/site-layout.ts';
import type { StageView } from '#domain/view-models.ts';
import type { TreatmentStage } from '#payload-types.ts';
import { listArticles } from './articles.ts';
import { showBody } from './bodies.ts';
import { findPicture } from './pictures.ts';
import type { Reader } from './reader.ts';
import { listStages, pathwayOf, stageLink } from './stages.ts';

/** As many articles as a stage shows itself; the index has the rest. */
const ARTICLES = 6;

/** Loads all that the page of a stage shows; nothing if no published stage has this slug. */
export async function showStage(
  reader: Reader,
  slug: string,
  crisisLines: CrisisLine[],
): Promise<{ stage: StageView; head: PageHead } | undefined> {
  const [stage, stages] = await Promise.all([
    reader.bySlug('treatment-stages', slug),
    listStages(reader),
  ]);
  if (!stage) return undefined;
  const index = stages.findIndex(({ id }) => id === stage.id);
  const context = { path: pathOf('treatment-stages', slug), crisisLines, stages: [stage.id] };
  const { cards, pages } = await listArticles(reader, {
    where: { stages: { in: [stage.id] } },
    limit: ARTICLES,
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
      place: index + 1,
      pathway: pathwayOf(stages, new Set([stage.id])),
      whatHappens: await showBody(reader, stage.whatHappens, context),
      whatComesNext: await showBody(reader, stage.whatComesNext, context),
      articles: cards,
      more:
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
  path: pathOf('treatment-stages', slug),
  breadcrumbs: [HOME, WAY],
  withoutExit: exitLink === false,
});
