import { idOf } from '#domain/relation.ts';
import type { ShownHome } from '#domain/shown.ts';
import { listArticles } from './articles.ts';
import { findInvitations } from './invitations.ts';
import { findPicture } from './pictures.ts';
import type { Reader } from './reader.ts';
import { listStages, stationsOf } from './stages.ts';

/** As many of the newest articles as the home page shows. */
const NEWEST = 5;

/** Loads all that the home page shows. */
export async function showHome(reader: Reader): Promise<ShownHome> {
  const { home } = await reader.global('site');
  const invitationId = idOf(home?.callToAction);
  const [picture, stages, newest, invitations] = await Promise.all([
    findPicture(reader, idOf(home?.picture)),
    listStages(reader),
    listArticles(reader, { limit: NEWEST }),
    findInvitations(reader, invitationId ? [invitationId] : []),
  ]);
  return {
    heading: home?.heading ?? '',
    introduction: home?.introduction ?? '',
    picture,
    stations: stationsOf(stages, new Set()),
    articles: newest.cards,
    invitation: invitations.get(invitationId ?? ''),
  };
}
