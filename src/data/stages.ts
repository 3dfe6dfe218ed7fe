import { pathOf } from '#domain/href.ts';
import { idsOf } from '#domain/relation.ts';
import type { LinkView, PathwayStage } from '#domain/view-models.ts';
import type { TreatmentStage } from '#payload-types.ts';
import type { Reader } from './reader.ts';

/** A stage without its texts, which only its own page shows. */
export type ListedStage = Pick<
  TreatmentStage,
  'id' | 'slug' | 'title' | 'summary' | 'levelOfCare' | 'usualDuration' | 'position'
>;

const LISTED = {
  slug: true,
  title: true,
  summary: true,
  levelOfCare: true,
  usualDuration: true,
  position: true,
} as const;

/** All published stages in their order. */
export async function listStages(reader: Reader): Promise<ListedStage[]> {
  const { docs } = await reader.list('treatment-stages', {
    sort: 'position',
    limit: 50,
    pagination: false,
    select: LISTED,
  });
  return docs;
}

/** The stages as stations of the way; those with these ids are marked as present. */
export const pathwayOf = (stages: ListedStage[], present: ReadonlySet<string>): PathwayStage[] =>
  stages.map(({ id, slug, title, summary, levelOfCare, usualDuration }) => ({
    title,
    summary,
    levelOfCare,
    usualDuration,
    href: pathOf('treatment-stages', slug),
    present: present.has(id),
  }));

/** Those stages, as links to their pages. */
export async function stageLinks(
  reader: Reader,
  related: Parameters<typeof idsOf>[0],
): Promise<LinkView[]> {
  const stages = await reader.byIds('treatment-stages', idsOf(related), LISTED);
  return [...stages.values()].sort((a, b) => a.position - b.position).map(stageLink);
}

/** A stage, as a link to its page. */
export const stageLink = ({ title, slug }: ListedStage): LinkView => ({
  label: title,
  href: pathOf('treatment-stages', slug),
});
