import { idOf } from '#domain/relationship.ts';
import type { HomeView } from '#domain/view-models.ts';
import { listArticles } from './articles.ts';
import { findCallsToAction } from './calls-to-action.ts';
import { findPicture } from './pictures.ts';
import type { Reader } from './reader.ts';
import { listStages, pathwayOf } from './stages.ts';

/** Newest articles on the home page. */
const ARTICLE_COUNT = 5;

/** Loads the view of the home page. */
export async function loadHomeView(reader: Reader): Promise<HomeView> {
  const { home } = await reader.findGlobal('site');
  const callToActionId = idOf(home?.callToAction);
  const [picture, stages, newest, callsToAction] = await Promise.all([
    findPicture(reader, idOf(home?.picture)),
    listStages(reader),
    listArticles(reader, { limit: ARTICLE_COUNT }),
    findCallsToAction(reader, callToActionId ? [callToActionId] : []),
  ]);
  return {
    heading: home?.heading ?? '',
    introduction: home?.introduction ?? '',
    picture,
    pathway: pathwayOf(stages, new Set()),
    articles: newest.cards,
    callToAction: callsToAction.get(callToActionId ?? ''),
  };
}
