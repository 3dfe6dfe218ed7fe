import { documentPath } from '#domain/href.ts';
import { idsOf } from '#domain/relationship.ts';
import type { LinkView, PathwayStage } from '#domain/view-models.ts';
import type { TreatmentStage } from '#payload-types.ts';
import type { Reader } from './reader.ts';

/** The fields of a stage for lists: without the texts of its own page. */
export type ListedStage = Pick<
  TreatmentStage,
  'id' | 'slug' | 'title' | 'summary' | 'levelOfCare' | 'usualDuration' | 'position'
>;

const LISTED_FIELDS = {
  slug: true,
  title: true,
  summary: true,
  levelOfCare: true,
  usualDuration: true,
  position: true,
} as const;

/** Lists all published stages in the order of the pathway. */
export async function listStages(reader: Reader): Promise<ListedStage[]> {
  const { docs } = await reader.list('treatment-stages', {
    sort: 'position',
    limit: 50,
    pagination: false,
    select: LISTED_FIELDS,
  });
  return docs;
}

/** Returns the stages of the pathway; `currentIds` holds the ids of the stages that the page is about. */
export const pathwayOf = (stages: ListedStage[], currentIds: ReadonlySet<string>): PathwayStage[] =>
  stages.map(({ id, slug, title, summary, levelOfCare, usualDuration }) => ({
    title,
    summary,
    levelOfCare,
    usualDuration,
    href: documentPath('treatment-stages', slug),
    isCurrent: currentIds.has(id),
  }));

/** Stages as a document refers to them: by id, or populated. */
type StageRelations = Parameters<typeof idsOf>[0];

/** Loads links to the pages of these stages, in the order of the pathway. */
export async function loadStageLinks(reader: Reader, related: StageRelations): Promise<LinkView[]> {
  const stages = await reader.findByIds('treatment-stages', idsOf(related), LISTED_FIELDS);
  return [...stages.values()].sort((a, b) => a.position - b.position).map(stageLink);
}

/** Returns a link to the page of a stage. */
export const stageLink = ({ title, slug }: ListedStage): LinkView => ({
  label: title,
  href: documentPath('treatment-stages', slug),
});
