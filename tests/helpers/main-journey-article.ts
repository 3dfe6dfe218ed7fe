import type { Page } from 'playwright-core';
import { selectOption } from './admin-pages.ts';
import {
  createArticle,
  fillCallout,
  fillCallToAction,
  fillSummary,
  insertBlock,
  typeHeading,
  typeParagraph,
} from './article-editor.ts';

export const TITLE = 'When evenings are the hard part';
export const ARTICLE_PATH = '/articles/when-evenings-are-the-hard-part';
const SUMMARY = 'What a program by day leaves for the evening, and what helps then.';
export const HEADING = 'The hours after six';
export const TEXT = 'Plan the evening before it comes. Write it down.';
export const CALLOUT = {
  heading: 'Not alone tonight',
  text: 'Call someone before it is late.',
};

const CALL_HEADING = 'Would you like someone to call you?';
const MEETING_HEADING = 'A 15-minute call, when it suits you';

/**
 * Composes the article of the main journey in the admin, as a signed-in editor.
 * @returns its id
 */
export async function composeArticle(page: Page): Promise<string> {
  const id = await createArticle(page, TITLE);
  await fillSummary(page, SUMMARY);
  await selectOption(page, 'authors', 'Sample Writer One');
  await selectOption(page, 'stages', 'Intensive outpatient program');
  await typeHeading(page, HEADING);
  await typeParagraph(page, TEXT);
  await insertBlock(page, 'Treatment pathway', 'treatment-pathway');
  await fillCallout(await insertBlock(page, 'Callout', 'callout'), CALLOUT);
  await insertBlock(page, 'Related articles', 'related-articles');
  const call = await insertBlock(page, 'Call to action', 'call-to-action');
  await fillCallToAction(call, { heading: CALL_HEADING, show: 'form' });
  const time = await insertBlock(page, 'Call to action', 'call-to-action');
  await fillCallToAction(time, { heading: MEETING_HEADING, show: 'panel' });
  return id;
}
