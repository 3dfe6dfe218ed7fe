import { idOf } from '#domain/relation.ts';
import type { HomeView } from '#domain/view-models.ts';
import { listArticles } from './articles.ts';
import { findCallsToAction } from './calls-to-action.ts';
import { findPicture } from './pictures.ts';
import type { Reader } from './reader.ts';
import { listStages, pathwayOf } from './stages.ts';

/** As many of the newest articles as the home page shows. */
const NEWEST = 5;

/** Loads all that the home page shows. */
export async function showHome(reader: Reader): Promise<HomeView> {
  const { home } = await reader.global('site');
  const invitationId = idOf(home?.callToAction);
  const [picture, stages, newest, invitations] = await Promise.all([
    findPicture(reader, idOf(home?.picture)),
    listStages(reader),
    listArticles(reader, { limit: NEWEST }),
    findCallsToAction(reader, invitationId ? [invitationId] : []),
  ]);
  return {
    heading: home?.heading ?? '',
    introduction: home?.introduction ?? '',
    picture,
    pathway: pathwayOf(stages, new Set()),
    articles: newest.cards,
    callToAction: invitations.get(invitationId ?? ''),
  };
}
