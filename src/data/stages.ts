import { pathOf } from '#domain/href.ts';
import type { Station } from '#domain/shown.ts';
import type { TreatmentStage } from '#payload-types.ts';
import type { Reader } from './reader.ts';

/** All published stages in their order. */
export async function listStages(reader: Reader): Promise<TreatmentStage[]> {
  const { docs } = await reader.list('treatment-stages', { sort: 'position', limit: 50 });
  return docs;
}

/** The stages as stations of the way; those with these ids are marked as present. */
export const stationsOf = (stages: TreatmentStage[], present: ReadonlySet<string>): Station[] =>
  stages.map(({ id, slug, title, summary, levelOfCare, usualDuration }) => ({
    title,
    summary,
    levelOfCare,
    usualDuration,
    href: pathOf('treatment-stages', slug),
    present: present.has(id),
  }));
